package io.streamverse.server.placement;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.streamverse.kernel.app.StartFailure;
import io.streamverse.kernel.tenancy.HostDatabases;
import jakarta.inject.Singleton;

/// A server that does not know where some tenants are is worse than none: the one it replaces still runs.
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemandDatabases implements ApplicationEventListener<StartupEvent> {
    private final PlacementRepository placements;
    private final HostDatabases hosts;

    DemandDatabases(PlacementRepository placements, HostDatabases hosts) {
        this.placements = placements;
        this.hosts = hosts;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        for (var name : placements.databasesInUse()) {
            if (hosts.find(name).isEmpty()) {
                throw new StartFailure(
                        "Tenants are in the database %1$s, and the settings name none of that name:".formatted(name)
                                + " set databases.%1$s.url and its logins.".formatted(name));
            }
        }
    }
}
