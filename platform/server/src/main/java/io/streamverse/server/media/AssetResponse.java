package io.streamverse.server.media;

import io.streamverse.media.source.MediaInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Asset", description = "A film or a song on its way to being played.")
record AssetResponse(
        String id,
        String name,
        @Nullable String externalId,
        Map<String, String> metadata,
        boolean keepOriginal,
        AssetState state,

        @Schema(description = "Why it failed, where it did.") @Nullable
        FailureResponse failure,

        @Schema(description = "Counts up with each new file.")
        int version,

        @Schema(description = "Where its file is pulled from, unless it was uploaded.") @Nullable
        String sourceUrl,

        @Schema(description = "The job that works on it, or did last.") @Nullable
        String jobId,

        @Schema(description = "Of the file as it came.") @Nullable
        Long bytes,

        @Schema(description = "Of the file as it came, in hex; at the latest when it was analysed.") @Nullable
        String sha256,

        @Schema(description = "An older asset with the very same bytes.") @Nullable
        String duplicateOf,

        @Schema(description = "Once it was analysed.") @Nullable
        BigDecimal durationSeconds,

        @Schema(description = "What the file holds, once it was analysed.")
        List<TrackResponse> tracks,

        @Schema(description = "What players get, once it is ready.")
        List<RenditionResponse> renditions,

        Instant createdAt) {

    static AssetResponse of(Asset asset, @Nullable AssetVersion version, @Nullable Bundle serving) {
        var media = version == null ? null : version.media();
        return new AssetResponse(
                asset.id(),
                asset.name(),
                asset.externalId(),
                asset.metadata(),
                asset.keepOriginal(),
                asset.state(),
                FailureResponse.of(asset),
                asset.latest(),
                asset.sourceUrl(),
                asset.jobId(),
                version == null ? null : version.originalBytes(),
                version == null ? null : version.sha256(),
                version == null ? null : version.duplicateOf(),
                media == null ? null : seconds(media),
                media == null ? List.of() : TrackResponse.of(media),
                serving == null ? List.of() : RenditionResponse.of(serving),
                asset.createdAt());
    }

    private static BigDecimal seconds(MediaInfo media) {
        return BigDecimal.valueOf(media.durationMs(), 3);
    }
}
