package io.streamverse.server.jobs;

import io.streamverse.events.tenants.TenantChanged;
import io.streamverse.events.tenants.TenantClosing;
import io.streamverse.events.tenants.TenantCreated;
import io.streamverse.events.tenants.TenantErased;
import io.streamverse.events.tenants.TenantEvent;
import io.streamverse.events.tenants.TenantReopened;
import io.streamverse.events.tenants.TenantResumed;
import io.streamverse.events.tenants.TenantSuspended;
import io.streamverse.kernel.messaging.EventConsumer;
import jakarta.inject.Singleton;

/// A tenant that is suspended, at whatever level, or closing gets no new work done; what runs goes on.
@Singleton
class TenantsListener implements EventConsumer<TenantEvent> {
    private final Shares shares;
    private final Bell bell;

    TenantsListener(Shares shares, Bell bell) {
        this.shares = shares;
        this.bell = bell;
    }

    @Override
    public String name() {
        return "server.jobs.tenants";
    }

    @Override
    public Class<TenantEvent> events() {
        return TenantEvent.class;
    }

    @Override
    public String dataSource() {
        return "control";
    }

    @Override
    public void on(TenantEvent event) {
        switch (event) {
            case TenantSuspended it -> shares.stop(it.tenantId(), it.at());
            case TenantResumed it -> {
                shares.resume(it.tenantId());
                bell.ring();
            }
            case TenantClosing it -> shares.close(it.tenantId());
            case TenantReopened it -> {
                shares.reopen(it.tenantId());
                bell.ring();
            }
            case TenantCreated _, TenantChanged _, TenantErased _ -> {}
        }
    }
}
