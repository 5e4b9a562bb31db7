package io.streamverse.server.media;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
class SweepAssets implements ScheduledJob {
    private final EachSpace spaces;
    private final Bundles bundles;
    private final Sweep sweep;

    SweepAssets(EachSpace spaces, Bundles bundles, Sweep sweep) {
        this.spaces = spaces;
        this.bundles = bundles;
        this.sweep = sweep;
    }

    @Override
    public String name() {
        return "server.media.sweep-assets";
    }

    @Override
    public String cron() {
        return "20 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        spaces.run(name(), bundles::removeReplaced);
        spaces.run(name(), sweep::run);
    }
}
