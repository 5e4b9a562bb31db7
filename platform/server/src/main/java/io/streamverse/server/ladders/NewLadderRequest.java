package io.streamverse.server.ladders;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
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
@Schema(name = "CreateLadder", description = "A ladder of your own.")
record NewLadderRequest(
        @Schema(description = "Unique; what an encode may ask for it by.", example = "sports-hd")
        @NotNull
        @Pattern(regexp = LadderPatch.NAME, message = "1 to 63 of a-z, 0-9 and -, with no - at either end")
        String name,

        @Schema(description = "The best rung of each codec last.", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Size(max = LadderRules.MAX_VIDEO_RUNGS)
        List<@NotNull @Valid VideoRungBody> video,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @Size(max = LadderRules.MAX_AUDIO_RUNGS)
        List<@NotNull @Valid AudioRungBody> audio,

        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {

    NewLadderRequest {
        video = Objects.requireNonNullElse(video, List.of());
        audio = Objects.requireNonNullElse(audio, List.of());
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    LadderPatch wanted() {
        return new LadderPatch(name, video, audio, externalId, metadata);
    }
}
