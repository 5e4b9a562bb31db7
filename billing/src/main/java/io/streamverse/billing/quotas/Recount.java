package io.streamverse.billing.quotas;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Every second, the environments with news, and those whose period has ended. One that cannot be counted keeps no
/// others waiting.
@Singleton
class Recount implements ScheduledJob {
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
        var due = spaces.due(dueAt).stream().map(TenantSpace::parse).toList();
        EachSpace.each(name(), due, recounting::recount);
    }
}
