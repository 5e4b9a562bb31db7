package io.streamverse.billing.margins;

import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.metering.Meters;
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
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The test environments bring nothing and are not in it.
@Singleton
class Margins {
    private final Metering metering;
    private final Meters meters;
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final InstantSource clock;

    Margins(Metering metering, Meters meters, Plans plans, Subscriptions subscriptions, InstantSource clock) {
        this.metering = metering;
        this.meters = meters;
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    Page<TenantUsage> page(@Nullable YearMonth month, int limit, @Nullable String after) {
        var page = subscriptions.list(limit, after, null);
        var rows = page.data().stream().flatMap(it -> usage(it, month).stream()).toList();
        return new Page<>(rows, page.hasMore(), page.next());
    }

    /// Of the period that runs when the tenant's month ends, or that runs now; nothing of a tenant who came later.
    private Optional<TenantUsage> usage(Subscription subscription, @Nullable YearMonth month) {
        var tenant = new TenantId(subscription.tenantId());
        var now = clock.instant();
        var at = month == null ? now : Collections.min(List.of(now, lastOf(month, subscription)));
        if (at.isBefore(subscription.startedAt())) {
            return Optional.empty();
        }
        var contract = subscriptions.contractAt(subscription, at);
        var period = contract.period();
        var terms = Rating.prorated(period.from(), period.to(), contract.stretches());
        var space = TenantSpace.live(tenant);
        var quantities = metering.totals(space, period.from(), period.to());
        var parts = metering.totalsByDimensions(space, period.from(), period.to());
        var costs = plans.costs(terms.currency(), period.from());
        var lines = new MarginLines(Rating.rate(terms, quantities), quantities, parts, costs).of(meters.all());
        return Optional.of(TenantUsage.of(subscription.tenantId(), terms, period, lines));
    }

    private static Instant lastOf(YearMonth month, Subscription subscription) {
        return month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneId.of(subscription.timeZone()))
                .toInstant()
                .minusNanos(1);
    }
}
