package io.streamverse.billing.intake;

import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/// Whom usage can be booked for.
@Singleton
class Customers {
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private final Subscriptions subscriptions;

    Customers(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    boolean known(TenantId tenant) {
        return subscriptions.find(tenant).isPresent();
    }

    /// News of a tenant that has just signed up is on its way here: a moment is given to it.
    void await(Collection<TenantId> tenants) {
        for (int i = 0; i < TRIES && !tenants.stream().allMatch(this::known); i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
