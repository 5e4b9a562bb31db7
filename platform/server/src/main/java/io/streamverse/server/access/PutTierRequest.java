package io.streamverse.server.access;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "PutTier", description = "A tier as a whole: what is not named is taken away.")
record PutTierRequest(
        @Schema(description = TierPatch.RANK) @Min(1) @Max(TierPatch.MAX_RANK)
        int rank,

        @Schema(description = TierPatch.HEIGHT) @Nullable @Min(TierPatch.MIN_HEIGHT) @Max(TierPatch.MAX_HEIGHT)
        Integer maximumHeight,

        @Schema(description = TierPatch.STREAMS) @Min(1) @Max(TierPatch.MAX_STREAMS)
        int streams,

        @Schema(description = TierPatch.DOWNLOADS) @Nullable @Min(0) @Max(TierPatch.MAX_DOWNLOADS)
        Integer downloads,

        @Schema(description = TierPatch.TEXTS, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Map<String, TierText> texts,

        @Metadata Map<String, String> metadata) {

    PutTierRequest {
        texts = Objects.requireNonNullElse(texts, Map.of());
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    TierPatch wanted() {
        return new TierPatch(rank, maximumHeight, streams, Objects.requireNonNullElse(downloads, 0), texts, metadata);
    }
}
