package io.streamverse.billing.plans;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.plans.PlanAllowance;
import io.streamverse.events.plans.PlanPublished;
import io.streamverse.kernel.messaging.Outbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;

@Singleton
public class Plans {
    private final PlanRepository plans;
    private final PlanVersionRepository versions;
    private final Outbox outbox;
    private final InstantSource clock;

    Plans(PlanRepository plans, PlanVersionRepository versions, Outbox outbox, InstantSource clock) {
        this.plans = plans;
        this.versions = versions;
        this.outbox = outbox;
        this.clock = clock;
    }

    public List<Plan> list() {
        return plans.all();
    }

    public boolean exists(String code) {
        return plans.existsByCode(code);
    }

    /// What the version offers that holds at that time. Where the plan has no prices in this currency the terms are in
    /// the plan's first: look at the currency of the terms.
    public Terms terms(String plan, Currency currency, Instant at) {
        return versions.at(plan, at)
                .orElseThrow(() -> new IllegalStateException("There is no plan " + plan))
                .in(currency);
    }

    /// Tells everybody of versions that hold by now and that nobody was told of yet.
    @Transactional
    public void publishNew() {
        var now = clock.instant();
        var names = plans.all();
        for (var version : versions.untold(now)) {
            if (versions.publish(version.plan(), version.version(), now) == 1) {
                names.stream()
                        .filter(it -> it.code().equals(version.plan()))
                        .forEach(plan -> outbox.add(published(plan, version)));
            }
        }
    }

    private static PlanPublished published(Plan plan, PlanVersion version) {
        var allowances = version.allowances().stream()
                .map(it -> new PlanAllowance(it.meter(), it.amount(), it.hard()))
                .toList();
        return new PlanPublished(plan.code(), plan.name(), allowances, version.validFrom());
    }
}
