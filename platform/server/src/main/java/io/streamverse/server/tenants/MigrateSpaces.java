package io.streamverse.server.tenants;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.streamverse.kernel.tenancy.TenantSchemas;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings every tenant's schema to this release before the first request is taken.
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class MigrateSpaces implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(MigrateSpaces.class);
    private final TenantRepository tenants;
    private final TenantSchemas schemas;
    private final Spaces spaces;

    MigrateSpaces(TenantRepository tenants, TenantSchemas schemas, Spaces spaces) {
        this.tenants = tenants;
        this.schemas = schemas;
        this.spaces = spaces;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        var outdated = tenants.outdated(schemas.version());
        for (var row : outdated) {
            schemas.migrate(row.space());
            spaces.beginQuotas(row.space());
            tenants.migrated(row.tenantId(), row.environment(), schemas.version());
        }
        if (!outdated.isEmpty()) {
            LOG.info("Migrated {} tenant environments to {}", outdated.size(), schemas.version());
        }
    }
}
