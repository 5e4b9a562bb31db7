package io.streamverse.server.tenants;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An environment that has its schema, and how its last migration went.
@MappedEntity("tenant_space")
record KnownSpace(
        @Id TenantId tenantId,
        String environment,
        String schemaVersion,
        Instant createdAt,
        @Nullable Instant migratedAt,
        @Nullable Long migrationMs,
        @Nullable String migrationError) {
    /// Versions grow with the alphabet.
    boolean isBehind(String release) {
        return schemaVersion.compareTo(release) < 0;
    }

    TenantSpace space() {
        return new TenantSpace(tenantId, Environment.of(environment));
    }
}
