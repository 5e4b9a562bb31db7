package io.streamverse.server.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tier and the grant that gives it, as one row.
@MappedEntity("tier_grant")
record HeldTier(
        String name,
        int rank,
        @Nullable Integer maximumHeight,
        int streams,
        int downloads,
        @Id String grantId,
        @Nullable String titleId,
        @Nullable Instant until,
        @Nullable Integer watchWithinHours,
        @Nullable Instant startedAt) {

    Holding holding() {
        var within = watchWithinHours == null ? null : Duration.ofHours(watchWithinHours);
        return new Holding(
                new Tier(name, rank, maximumHeight, streams, downloads), grantId, titleId, until, within, startedAt);
    }
}
