package io.streamverse.server.tenants;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The version of one environment's schema; when it was last brought up to date, how long that took, and why it failed
/// where it did.
@Schema(name = "MigratedEnvironment")
record MigratedEnvironmentResponse(
        String environment,
        String version,
        boolean current,
        @Nullable Instant migratedAt,
        @Nullable Long tookMs,
        @Nullable String error) {
    static MigratedEnvironmentResponse of(KnownSpace known, String release) {
        return new MigratedEnvironmentResponse(
                known.environment(),
                known.schemaVersion(),
                !known.isBehind(release),
                known.migratedAt(),
                known.migrationMs(),
                known.migrationError());
    }
}
