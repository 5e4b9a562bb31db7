package io.streamverse.events.tenants;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("tenants.v1")
public sealed interface TenantEvent extends Event
        permits TenantCreated,
                TenantChanged,
                TenantSuspended,
                TenantResumed,
                TenantClosing,
                TenantReopened,
                TenantErased {
    String tenantId();

    @Override
    default String aggregateId() {
        return tenantId();
    }
}
