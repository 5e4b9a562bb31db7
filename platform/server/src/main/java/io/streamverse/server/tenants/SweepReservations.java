package io.streamverse.server.tenants;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Every environment gives back what expired in it. Whoever finds no room looks for expired ones himself, so nobody
/// waits for this.
@Singleton
class SweepReservations implements ScheduledJob {
    private final EachSpace spaces;
    private final Limits limits;

    SweepReservations(EachSpace spaces, Limits limits) {
        this.spaces = spaces;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "server.tenants.sweep-reservations";
    }

    @Override
    public String cron() {
        return "0 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        spaces.run(name(), limits::sweep);
    }
}
