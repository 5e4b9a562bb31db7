package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the schemas of one tenant stand against this release. `error` and the time it took are of the last try.
record MigrationResponse(TenantId tenantId, List<Environment> environments) {
    static MigrationResponse of(TenantId tenantId, List<KnownSpace> spaces, String release) {
        return new MigrationResponse(
                tenantId, spaces.stream().map(it -> Environment.of(it, release)).toList());
    }

    record Environment(
            String environment,
            String version,
            boolean current,
            @Nullable Instant migratedAt,
            @Nullable Long tookMs,
            @Nullable String error) {
        static Environment of(KnownSpace known, String release) {
            return new Environment(
                    known.environment(),
                    known.schemaVersion(),
                    known.schemaVersion().compareTo(release) >= 0,
                    known.migratedAt(),
                    known.migrationMs(),
                    known.migrationError());
        }
    }
}
