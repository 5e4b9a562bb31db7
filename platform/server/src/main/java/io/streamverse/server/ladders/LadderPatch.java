package io.streamverse.server.ladders;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.LadderRules;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "UpdateLadder", description = "What may be changed of a ladder; each change makes a new version.")
record LadderPatch(
        @Schema(description = "Unique; what an encode may ask for it by.", example = "sports-hd")
        @NotNull
        @Pattern(regexp = NAME, message = "1 to 63 of a-z, 0-9 and -, with no - at either end")
        String name,

        @Schema(description = "The best rung of each codec last.", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Size(max = LadderRules.MAX_VIDEO_RUNGS)
        List<@NotNull @Valid VideoRungBody> video,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @Size(max = LadderRules.MAX_AUDIO_RUNGS)
        List<@NotNull @Valid AudioRungBody> audio,

        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {
    static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    LadderPatch {
        video = Objects.requireNonNullElse(video, List.of());
        audio = Objects.requireNonNullElse(audio, List.of());
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    static LadderPatch of(LadderVersion ladder) {
        return new LadderPatch(
                ladder.name(),
                ladder.video().stream().map(VideoRungBody::of).toList(),
                ladder.audio().stream().map(AudioRungBody::of).toList(),
                ladder.externalId(),
                ladder.metadata());
    }

    Ladder rungs() {
        return new Ladder(
                video.stream().map(VideoRungBody::rung).toList(),
                audio.stream().map(AudioRungBody::rung).toList());
    }
}
