package io.streamverse.billing.subscriptions;

import io.streamverse.billing.plans.Plans;
import io.streamverse.billing.plans.Stretch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;

/// Which plans a tenant has in a period, from when until when.
@Singleton
class Contracts {
    private final SubscriptionRepository subscriptions;
    private final Plans plans;

    Contracts(SubscriptionRepository subscriptions, Plans plans) {
        this.subscriptions = subscriptions;
        this.plans = plans;
    }

    Contract at(Instant at, Subscription subscription, Period period) {
        var begun = period.contains(subscription.startedAt()) ? subscription.startedAt() : period.from();
        var stretches = new ArrayDeque<Stretch>();
        var end = period.to();
        for (var plan : plansUntil(at, subscription).reversed()) {
            var from = plan.fromAt().isAfter(begun) ? plan.fromAt() : begun;
            if (from.isBefore(end)) {
                var terms = plans.terms(plan.plan(), subscription.money(), period.from());
                stretches.addFirst(new Stretch(terms, from, end));
                end = from;
            }
        }
        return new Contract(period, List.copyOf(stretches));
    }

    /// The first, since ever.
    private List<PastPlan> plansUntil(Instant at, Subscription subscription) {
        var known = subscriptions.plansUntil(subscription.tenantId(), at);
        var first = known.isEmpty() ? subscription.plan() : known.getFirst().plan();
        return Stream.concat(
                        Stream.of(new PastPlan(Instant.EPOCH, first)),
                        known.stream().skip(1))
                .toList();
    }
}
