package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.media.source.MediaInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One set of bytes of an asset, and what they turned out to be.
@MappedEntity("asset_version")
record AssetVersion(
        @Id String id,
        String assetId,
        int number,
        @Nullable String originalKey,
        @Nullable Long originalBytes,
        @Nullable String sha256,
        @Nullable String duplicateOf,
        @TypeDef(type = DataType.JSON) @Nullable MediaInfo media,
        Instant createdAt) {

    static AssetVersion empty(String id, Asset asset, Instant now) {
        return new AssetVersion(id, asset.id(), asset.latest(), null, null, null, null, null, now);
    }

    AssetVersion of(String key, long bytes, @Nullable String sum, @Nullable String twin) {
        return new AssetVersion(id, assetId, number, key, bytes, sum, twin, media, createdAt);
    }

    AssetVersion analysed(MediaInfo found, @Nullable String twin) {
        return new AssetVersion(
                id, assetId, number, originalKey, originalBytes, found.sha256(), twin, found, createdAt);
    }
}
