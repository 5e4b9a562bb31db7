package io.streamverse.billing.quotas;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every second, the environments with news, and those whose period has ended.
@Singleton
class Recount implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private final SpaceRepository spaces;
    private final Recounting recounting;

    Recount(SpaceRepository spaces, Recounting recounting) {
        this.spaces = spaces;
        this.recounting = recounting;
    }

    @Override
    public String name() {
        return "billing.quotas.recount";
    }

    @Override
    public String cron() {
        return "* * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        spaces.due(dueAt).forEach(this::recount);
    }

    /// One environment that cannot be counted keeps no other from it.
    private void recount(String space) {
        try {
            recounting.recount(TenantSpace.parse(space));
        } catch (RuntimeException e) {
            LOG.error("The quotas of {} were not counted", space, e);
        }
    }
}
