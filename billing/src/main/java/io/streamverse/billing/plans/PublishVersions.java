package io.streamverse.billing.plans;

import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Instant;

/// A version that becomes valid is told of within a minute.
@Singleton
class PublishVersions implements ScheduledJob {
    private final Plans plans;

    PublishVersions(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String name() {
        return "billing.plans.publish-versions";
    }

    @Override
    public String cron() {
        return "0 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        plans.publishNew();
    }
}
