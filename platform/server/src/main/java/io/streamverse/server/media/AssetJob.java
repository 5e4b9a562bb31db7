package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job of this tenant's; `reservationId` holds what it may use, until that is settled.
@MappedEntity("asset_job")
record AssetJob(
        @Id String jobId,
        String assetId,
        int number,
        String kind,
        @Nullable String reservationId,
        Instant createdAt) {}
