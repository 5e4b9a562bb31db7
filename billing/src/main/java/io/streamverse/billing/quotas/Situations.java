package io.streamverse.billing.quotas;

import io.streamverse.billing.clock.BusinessTime;
import io.streamverse.billing.metering.Meter;
import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.metering.Meters;
import io.streamverse.billing.plans.Allowance;
import io.streamverse.billing.plans.Terms;
import io.streamverse.billing.rating.Rating;
import io.streamverse.billing.subscriptions.Period;
import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.kernel.money.Money;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts together what plan, operator, tenant and ledger say.
@Singleton
class Situations {
    private static final int PERIODS_AHEAD = 3;
    private final Subscriptions subscriptions;
    private final Metering metering;
    private final Meters meters;
    private final BusinessTime time;
    private final SettingRepository settings;
    private final GrantRepository grants;

    Situations(
            Subscriptions subscriptions,
            Metering metering,
            Meters meters,
            BusinessTime time,
            SettingRepository settings,
            GrantRepository grants) {
        this.subscriptions = subscriptions;
        this.metering = metering;
        this.meters = meters;
        this.time = time;
        this.settings = settings;
        this.grants = grants;
    }

    Situation of(TenantSpace space) {
        var now = time.now(space);
        var contract = subscriptions.contractAt(subscriptions.of(space.tenant()), now);
        var period = contract.period();
        var terms = contract.terms();
        var totals = metering.totals(space, period.from(), period.to());
        var charged = Rating.prorated(period.from(), period.to(), contract.stretches());
        var budget = settings.budget(space.toString())
                .map(it -> new Money(it, charged.currency()))
                .orElse(null);
        return new Situation(
                now,
                period,
                laterEnds(space, period),
                standings(space, period, terms, totals),
                charged,
                totals,
                budget);
    }

    private List<Instant> laterEnds(TenantSpace space, Period period) {
        return Stream.iterate(
                        period.to(),
                        end -> subscriptions.periodAt(space.tenant(), end).to())
                .skip(1)
                .limit(PERIODS_AHEAD)
                .toList();
    }

    private List<Standing> standings(TenantSpace space, Period period, Terms terms, Map<String, BigDecimal> totals) {
        var planned = terms.allowances().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.level().stream()))
                .collect(Collectors.toMap(Allowance::meter, Function.identity()));
        var set = settings.findBySpace(space.toString()).stream()
                .collect(Collectors.toMap(Setting::meter, Function.identity()));
        var granted = grants.within(space.toString(), period.from(), period.to()).stream()
                .collect(Collectors.toMap(Grant::meter, Grant::amount, BigDecimal::add));
        var names = new TreeSet<>(planned.keySet());
        names.addAll(set.keySet());
        names.addAll(granted.keySet());
        totals.keySet().stream().filter(this::isTenants).forEach(names::add);
        return names.stream()
                .map(it -> standing(it, planned.get(it), set.get(it), granted.get(it), totals.get(it)))
                .toList();
    }

    /// What it costs us is no tenant's.
    private boolean isTenants(String meter) {
        return meters.find(meter).filter(Meter::operatorOnly).isEmpty();
    }

    private static Standing standing(
            String meter,
            @Nullable Allowance planned,
            @Nullable Setting set,
            @Nullable BigDecimal granted,
            @Nullable BigDecimal used) {
        var plan = planned == null ? BigDecimal.ZERO : planned.amount();
        return new Standing(
                meter,
                plan,
                set == null || set.included() == null ? plan : set.included(),
                granted == null ? BigDecimal.ZERO : granted,
                planned != null && planned.hard(),
                set != null && set.hard(),
                used == null ? BigDecimal.ZERO : used);
    }
}
