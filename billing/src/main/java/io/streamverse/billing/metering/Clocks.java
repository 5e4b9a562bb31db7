package io.streamverse.billing.metering;

import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;

/// By whose hours a tenant's usage is summed.
@Singleton
class Clocks {
    private final Subscriptions subscriptions;

    Clocks(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    Hours of(TenantSpace space) {
        return new Hours(subscriptions.zones(space.tenant()));
    }
}
