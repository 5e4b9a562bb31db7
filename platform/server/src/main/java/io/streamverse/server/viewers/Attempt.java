package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("viewer_attempt")
record Attempt(
        @Id String id,
        int failures,
        Instant lastAt,
        @Nullable Instant closedUntil) {}
