package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("viewer_key")
record SigningKey(
        @Id String id,
        String publicJwk,
        String sealed,
        Instant createdAt,
        @Nullable Instant endsAt) {}
