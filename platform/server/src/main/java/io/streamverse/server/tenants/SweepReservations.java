package io.streamverse.server.tenants;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every environment gives back what expired in it. Whoever finds no room looks for expired ones himself, so nobody
/// waits for this.
@Singleton
class SweepReservations implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(SweepReservations.class);
    private final TenantRepository tenants;
    private final Limits limits;

    SweepReservations(TenantRepository tenants, Limits limits) {
        this.tenants = tenants;
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
        tenants.spaces().forEach(this::sweep);
    }

    /// One environment that cannot be swept keeps no other from it.
    private void sweep(KnownSpace known) {
        try {
            TenantContext.run(known.space(), limits::sweep);
        } catch (RuntimeException e) {
            LOG.error("The reservations of {} were not swept", known.space(), e);
        }
    }
}
