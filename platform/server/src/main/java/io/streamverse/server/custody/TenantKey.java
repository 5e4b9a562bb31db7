package io.streamverse.server.custody;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("tenant_key")
record TenantKey(@Id int number, String kms, String wrapped, Instant createdAt) {}
