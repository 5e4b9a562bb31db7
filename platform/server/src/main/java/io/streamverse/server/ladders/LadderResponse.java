package io.streamverse.server.ladders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Ladder", description = "What renditions an encode makes, in one version.")
record LadderResponse(
        String id,

        @Schema(description = "May be used instead of the id.", example = "h264")
        String name,

        @Schema(description = "Everybody has it; it cannot be changed.")
        boolean builtIn,

        @Schema(description = "Goes up with each change; an encode keeps the one that it began with.")
        int version,

        @Schema(description = "The best rung of each codec last.")
        List<VideoRungBody> video,

        List<AudioRungBody> audio,

        @Schema(description = "Not of a built-in ladder.") @Nullable
        Instant createdAt,

        @Schema(description = "When this version was made; not of a built-in ladder.") @Nullable
        Instant changedAt,

        @Nullable String externalId,
        Map<String, String> metadata) {

    static LadderResponse of(LadderVersion ladder) {
        return new LadderResponse(
                ladder.id(),
                ladder.name(),
                ladder.isBuiltIn(),
                ladder.version(),
                ladder.video().stream().map(VideoRungBody::of).toList(),
                ladder.audio().stream().map(AudioRungBody::of).toList(),
                ladder.createdAt(),
                ladder.changedAt(),
                ladder.externalId(),
                ladder.metadata());
    }
}
