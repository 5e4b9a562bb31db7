package io.streamverse.server.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Tier", description = "What viewers pay for: which titles, how large, and on how many screens at once.")
record TierResponse(
        @Schema(description = "What titles and grants call it by.", example = "premium")
        String name,

        @Schema(description = TierPatch.RANK) int rank,
        @Schema(description = TierPatch.HEIGHT) @Nullable Integer maximumHeight,
        @Schema(description = TierPatch.STREAMS) int streams,
        @Schema(description = TierPatch.DOWNLOADS) int downloads,
        @Schema(description = TierPatch.TEXTS) Map<String, TierText> texts,
        Map<String, String> metadata,
        Instant createdAt,
        Instant changedAt) {

    static TierResponse of(TierRow it) {
        return new TierResponse(
                it.name(),
                it.rank(),
                it.maximumHeight(),
                it.streams(),
                it.downloads(),
                it.texts(),
                it.metadata(),
                it.createdAt(),
                it.changedAt());
    }
}
