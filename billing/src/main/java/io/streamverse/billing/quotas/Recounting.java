package io.streamverse.billing.quotas;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.events.quotas.AllowanceSet;
import io.streamverse.events.quotas.BudgetCounted;
import io.streamverse.events.quotas.QuotaEvent;
import io.streamverse.events.quotas.QuotaWarning;
import io.streamverse.events.quotas.UsageCounted;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counts one environment anew and tells the server what has changed. While it counts nobody books for the environment,
/// so that the count holds exactly the facts it names.
@Singleton
class Recounting {
    private static final String BUDGET = "budget";
    /// Levels and things at once: the server alone knows how many there are.
    private static final Set<String> NOT_COUNTED = Set.of("storage.bytes", "jobs.concurrent", "live.inputs");

    private final SpaceRepository spaces;
    private final ToldRepository told;
    private final Situations situations;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final InstantSource clock;

    Recounting(
            SpaceRepository spaces,
            ToldRepository told,
            Situations situations,
            Subscriptions subscriptions,
            Outbox outbox,
            InstantSource clock) {
        this.spaces = spaces;
        this.told = told;
        this.situations = situations;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Nothing for an environment that the server has not opened yet, or whose subscription is on its way.
    @Transactional
    void recount(TenantSpace space) {
        var name = space.toString();
        var locked = spaces.lock(name).filter(QuotaSpace::opened);
        if (locked.isEmpty() || subscriptions.find(space.tenant()).isEmpty()) {
            return;
        }
        var revision = locked.get().revision() + 1;
        var situation = situations.of(space);
        var earlier = told.findBySpace(name).stream().collect(Collectors.toMap(Told::meter, Function.identity()));
        var facts = told.facts(name).stream()
                .collect(Collectors.groupingBy(Fact::meter, Collectors.mapping(Fact::fact, Collectors.toList())));
        for (var standing : situation.standings()) {
            var meter = standing.meter();
            tell(
                    space,
                    earlier.getOrDefault(meter, Told.nothing(name, meter)),
                    allowance(standing, situation, revision),
                    count(standing, situation, revision, facts.getOrDefault(meter, List.of())));
            warn(space, situation, meter, standing.used(), standing.allowance());
        }
        tellBudget(space, earlier, situation, revision);
        told.forgetFacts(name);
        spaces.counted(
                name,
                revision,
                clock.instant()
                        .plus(Duration.between(
                                situation.now(), situation.period().to())));
    }

    private void tell(TenantSpace space, Told earlier, AllowanceSet allowance, UsageCounted count) {
        var allowed = withoutRevision(allowance);
        var counted = count.periodFrom() + " " + count.quantity().stripTrailingZeros();
        if (!allowed.equals(earlier.allowance())) {
            outbox.add(space, allowance);
        }
        var isCounted = !NOT_COUNTED.contains(count.meter())
                && !(counted.equals(earlier.count()) && count.facts().isEmpty());
        if (isCounted) {
            outbox.add(space, count);
        }
        if (!allowed.equals(earlier.allowance()) || !counted.equals(earlier.count())) {
            told.put(space.toString(), count.meter(), allowed, counted);
        }
    }

    private void tellBudget(TenantSpace space, Map<String, Told> earlier, Situation it, long revision) {
        if (it.budget() == null && !earlier.containsKey(BUDGET)) {
            return;
        }
        var amount = it.budget() == null ? BigDecimal.ZERO : it.budget().amount();
        var spent = it.spent();
        var event = new BudgetCounted(
                revision,
                it.budget() != null,
                amount,
                spent.amount(),
                spent.currency().getCurrencyCode(),
                it.period().from(),
                it.period().to(),
                it.now());
        var said = "%s %s %s %s".formatted(event.capped(), amount, event.spent(), event.periodFrom());
        if (!said.equals(earlier.getOrDefault(BUDGET, Told.nothing(space.toString(), BUDGET))
                .allowance())) {
            outbox.add(space, event);
            told.put(space.toString(), BUDGET, said, "");
        }
        warn(space, it, BUDGET, spent.amount(), amount);
    }

    private void warn(TenantSpace space, Situation it, String meter, BigDecimal used, BigDecimal allowance) {
        var period = it.period();
        Standing.thresholdsPassed(used, allowance)
                .filter(percent -> told.warn(space.toString(), meter, period.from(), percent, it.now()) == 1)
                .forEach(percent -> outbox.add(
                        space, new QuotaWarning(meter, percent, used, allowance, period.from(), period.to())));
    }

    private static AllowanceSet allowance(Standing it, Situation situation, long revision) {
        return new AllowanceSet(
                it.meter(),
                revision,
                it.planned(),
                it.included(),
                it.granted(),
                it.hard(),
                situation.period().from(),
                situation.period().to(),
                situation.laterEnds());
    }

    private static UsageCounted count(Standing it, Situation situation, long revision, List<String> facts) {
        return new UsageCounted(
                it.meter(), revision, it.used(), situation.period().from(), situation.now(), facts);
    }

    private static String withoutRevision(QuotaEvent event) {
        return event.toString().replaceFirst("revision=[0-9]+, ", "");
    }
}
