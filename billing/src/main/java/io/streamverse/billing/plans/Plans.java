package io.streamverse.billing.plans;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.plans.PlanPublished;
import io.streamverse.kernel.messaging.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

@Singleton
public class Plans {
    private final PlanRepository plans;
    private final Outbox outbox;
    private final InstantSource clock;

    Plans(PlanRepository plans, Outbox outbox, InstantSource clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    public List<Plan> list() {
        return plans.all();
    }

    public boolean exists(String code) {
        return plans.existsByCode(code);
    }

    /// Tells everybody of plans that nobody was told of yet: those that came with this release.
    @Transactional
    public void publishNew() {
        for (var plan : plans.all()) {
            if (plans.publish(plan.code(), clock.instant()) == 1) {
                outbox.add(new PlanPublished(plan.code(), plan.name(), List.of(), clock.instant()));
            }
        }
    }
}
