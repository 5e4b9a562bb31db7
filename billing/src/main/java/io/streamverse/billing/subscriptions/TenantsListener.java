package io.streamverse.billing.subscriptions;

import io.streamverse.events.tenants.TenantChanged;
import io.streamverse.events.tenants.TenantCreated;
import io.streamverse.events.tenants.TenantEvent;
import io.streamverse.events.tenants.TenantResumed;
import io.streamverse.events.tenants.TenantSuspended;
import io.streamverse.kernel.messaging.EventConsumer;
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
        switch (event) {
            case TenantCreated it -> subscriptions.begin(it);
            case TenantChanged it -> subscriptions.move(it.tenantId(), it.plan());
            case TenantSuspended _, TenantResumed _ -> {}
        }
    }
}
