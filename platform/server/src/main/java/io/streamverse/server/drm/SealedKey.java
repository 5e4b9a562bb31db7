package io.streamverse.server.drm;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("content_key")
record SealedKey(@Id String id, String sealed, Instant createdAt) {}
