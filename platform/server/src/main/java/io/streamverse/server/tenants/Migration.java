package io.streamverse.server.tenants;

import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSchemas;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one environment to this release, and writes down how that went.
@Singleton
class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofSeconds(30);
    private static final int LONGEST_ERROR = 1_000;
    private final TenantSchemas schemas;
    private final TenantRepository tenants;
    private final SpaceRepository spaces;
    private final Limits limits;
    private final MigrationsConfig config;
    private final InstantSource clock;

    Migration(
            TenantSchemas schemas,
            TenantRepository tenants,
            SpaceRepository spaces,
            Limits limits,
            MigrationsConfig config,
            InstantSource clock) {
        this.schemas = schemas;
        this.tenants = tenants;
        this.spaces = spaces;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    /// For whoever wants to use it now.
    void demandCurrent(KnownSpace known) {
        if (known.isBehind(schemas.version()) && (failedJustNow(known) || !bringUp(known))) {
            throw new Unavailable(
                    "tenants.environment.behind",
                    "This environment is not up to date yet; the operator has been told why",
                    NOT_AGAIN_WITHIN);
        }
    }

    /// False where it failed, and nothing has changed. (What PostgreSQL refuses comes through a transaction
    /// undeclared.)
    boolean bringUp(KnownSpace known) {
        var space = known.space();
        var began = System.nanoTime();
        try {
            schemas.bringUp(space, config.lockTimeout());
            var tenant = tenants.findById(space.tenant()).orElseThrow();
            var allowances = tenants.allowances(tenant.plan());
            TenantContext.run(space, () -> limits.begin(allowances));
            spaces.migrated(
                    known.tenantId(), known.environment(), schemas.version(), millisSince(began), clock.instant());
            return true;
        } catch (Exception e) {
            LOG.error("{} could not be migrated to {}", space, schemas.version(), e);
            spaces.failed(known.tenantId(), known.environment(), words(e), millisSince(began), clock.instant());
            return false;
        }
    }

    private boolean failedJustNow(KnownSpace known) {
        return known.migrationError() != null
                && known.migratedAt() != null
                && known.migratedAt().isAfter(clock.instant().minus(NOT_AGAIN_WITHIN));
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static String words(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var words = String.valueOf(root.getMessage());
        return words.substring(0, Math.min(words.length(), LONGEST_ERROR));
    }
}
