package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An object that counts as storage. Once removed it counts no more, and is swept from the store.
@MappedEntity("asset_object")
record StoredFile(
        @Id String id,
        String assetId,
        int number,
        String storageClass,
        String objectKey,
        long bytes,
        @Nullable Instant removedAt) {}
