package io.streamverse.billing.margins;

import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.metering.Meters;
import io.streamverse.billing.plans.CostRate;
import io.streamverse.billing.plans.Plans;
import io.streamverse.billing.rating.Line;
import io.streamverse.billing.rating.Rated;
import io.streamverse.billing.rating.Rating;
import io.streamverse.billing.subscriptions.Subscription;
import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.money.Money;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        var period = subscriptions.periodAt(subscription, at);
        var terms = subscriptions.termsAt(subscription, at);
        var quantities = metering.totals(TenantSpace.live(tenant), period.from(), period.to());
        var costs = plans.costs(terms.currency(), period.from());
        var lines = lines(Rating.rate(terms, quantities), quantities, costs);
        return Optional.of(TenantUsage.of(subscription.tenantId(), terms, period, lines));
    }

    private List<Margin> lines(Rated rated, Map<String, BigDecimal> quantities, Map<String, CostRate> costs) {
        var none = Money.zero(rated.total().currency());
        var fees = rated.lines().stream()
                .filter(it -> it.kind() != Line.Kind.USAGE)
                .map(it -> Margin.of(it.code(), "", it.quantity(), it.amount(), costs.isEmpty() ? null : none));
        var used = meters.all().stream()
                .filter(it ->
                        quantities.getOrDefault(it.code(), BigDecimal.ZERO).signum() != 0)
                .map(meter -> {
                    var quantity = quantities.getOrDefault(meter.code(), BigDecimal.ZERO);
                    var rate = costs.get(meter.code());
                    return Margin.of(
                            meter.code(),
                            meter.unit(),
                            quantity,
                            rated.of(meter.code()).map(Line::amount).orElse(none),
                            rate == null ? null : Money.rounded(rate.of(quantity), none.currency()));
                });
        return Stream.concat(fees, used).toList();
    }

    private static Instant lastOf(YearMonth month, Subscription subscription) {
        return month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneId.of(subscription.timeZone()))
                .toInstant()
                .minusNanos(1);
    }
}
