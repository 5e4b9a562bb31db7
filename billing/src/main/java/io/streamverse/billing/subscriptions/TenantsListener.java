package io.streamverse.billing.subscriptions;

import io.streamverse.events.tenants.TenantChanged;
import io.streamverse.events.tenants.TenantClosing;
import io.streamverse.events.tenants.TenantCreated;
import io.streamverse.events.tenants.TenantErased;
import io.streamverse.events.tenants.TenantEvent;
import io.streamverse.events.tenants.TenantReopened;
import io.streamverse.events.tenants.TenantResumed;
import io.streamverse.events.tenants.TenantSuspended;
import io.streamverse.kernel.messaging.EventConsumer;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;

@Singleton
class TenantsListener implements EventConsumer<TenantEvent> {
    private final Subscriptions subscriptions;

    TenantsListener(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "billing.subscriptions";
    }

    @Override
    public Class<TenantEvent> events() {
        return TenantEvent.class;
    }

    @Override
    public void on(TenantEvent event) {
        demandOwn(event);
        switch (event) {
            case TenantCreated it -> subscriptions.begin(it);
            case TenantChanged it -> subscriptions.move(it.tenantId(), it.plan());
            case TenantSuspended _, TenantResumed _, TenantClosing _, TenantReopened _, TenantErased _ -> {}
        }
    }

    /// An event speaks of the tenant that sent it, whatever its payload says.
    private static void demandOwn(TenantEvent event) {
        var sender = TenantContext.current().tenant().value();
        if (!event.tenantId().equals(sender)) {
            throw new IllegalStateException(sender + " speaks of " + event.tenantId());
        }
    }
}
