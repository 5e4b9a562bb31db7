package io.streamverse.billing.margins;

import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.plans.Offer;
import io.streamverse.billing.plans.PlanVersion;
import io.streamverse.billing.plans.Plans;
import io.streamverse.billing.rating.Rating;
import io.streamverse.billing.subscriptions.Subscription;
import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

@Singleton
class Previews {
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final Metering metering;
    private final InstantSource clock;

    Previews(Plans plans, Subscriptions subscriptions, Metering metering, InstantSource clock) {
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.metering = metering;
        this.clock = clock;
    }

    Page<Preview> page(String plan, Supplier<Offer> offer, int limit, @Nullable String after) {
        var wanted = plans.sketch(plan, offer);
        var now = clock.instant();
        return subscriptions.listOn(plan, limit, after).map(it -> preview(it, wanted, now));
    }

    private Preview preview(Subscription subscription, PlanVersion wanted, Instant now) {
        var tenant = new TenantId(subscription.tenantId());
        var current = subscriptions.periodAt(subscription, now);
        var last = subscriptions.periodAt(subscription, current.from().minusNanos(1));
        var quantities = metering.totals(TenantSpace.live(tenant), last.from(), last.to());
        var old = plans.terms(wanted.plan(), subscription.money(), now);
        return Preview.of(
                subscription.tenantId(),
                last.from(),
                last.to(),
                Rating.rate(old, quantities).total(),
                Rating.rate(wanted.in(old.currency()), quantities).total());
    }
}
