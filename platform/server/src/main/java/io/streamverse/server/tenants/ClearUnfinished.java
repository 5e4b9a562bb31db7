package io.streamverse.server.tenants;

import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Removes what sign-ups left that died half-way, and lets go of slugs that were held long enough.
@Singleton
class ClearUnfinished implements ScheduledJob {
    private final TenantRepository tenants;
    private final Reservations reservations;

    ClearUnfinished(TenantRepository tenants, Reservations reservations) {
        this.tenants = tenants;
        this.reservations = reservations;
    }

    @Override
    public String name() {
        return "server.tenants.clear-unfinished";
    }

    @Override
    public String cron() {
        return "*/15 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        tenants.givenUp().forEach(reservations::clear);
        tenants.forgetHolds(dueAt);
    }
}
