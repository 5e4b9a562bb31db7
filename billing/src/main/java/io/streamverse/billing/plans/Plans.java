package io.streamverse.billing.plans;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.plans.PlanAllowance;
import io.streamverse.events.plans.PlanPublished;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
public class Plans {
    /// The database refuses a version of the past too, by its own clock.
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private final PlanRepository plans;
    private final PlanVersionRepository versions;
    private final CostRateRepository costs;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;

    Plans(
            PlanRepository plans,
            PlanVersionRepository versions,
            CostRateRepository costs,
            Outbox outbox,
            Ids ids,
            InstantSource clock) {
        this.plans = plans;
        this.versions = versions;
        this.costs = costs;
        this.outbox = outbox;
        this.ids = ids;
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

    Plan get(String code) {
        return plans.findByCode(code).orElseThrow(() -> unknown(code));
    }

    /// The newest first.
    List<PlanVersion> versions(String code) {
        return versions.of(code);
    }

    @Transactional
    Plan create(NewPlan wanted) {
        demandSound(wanted.offer(), Set.of(), List.of());
        if (plans.add(wanted.code(), wanted.name(), wanted.description()) == 0) {
            throw new Conflict("plans.plan.taken", "There is a plan " + wanted.code());
        }
        var now = clock.instant();
        var validFrom = Objects.requireNonNullElse(wanted.validFrom(), now);
        versions.save(version(wanted.code(), 1, validFrom, wanted.offer()));
        publishNew();
        return get(wanted.code());
    }

    /// From a day to come on the plan offers something else. What was charged by an earlier version stays charged.
    @Transactional
    void revise(String code, @Nullable String ifMatch, Instant validFrom, Offer offer) {
        var plan = plans.locked(code).orElseThrow(() -> unknown(code));
        var latest = versions.of(plan.code()).getFirst();
        ETag.demand(ifMatch, latest.version());
        var ahead = validFrom.isAfter(clock.instant().plus(SOONEST));
        demandSound(
                offer,
                latest.currencies(),
                ahead
                        ? List.of()
                        : List.of(new FieldError("/validFrom", "lies ahead: a change never alters the past")));
        versions.save(version(code, latest.version() + 1, validFrom, offer));
    }

    /// A version as it would be, for a look at its effect.
    public PlanVersion sketch(String code, Supplier<Offer> wanted) {
        var latest = versions.of(get(code).code()).getFirst();
        var offer = wanted.get();
        demandSound(offer, latest.currencies(), List.of());
        return version(code, latest.version() + 1, clock.instant(), offer);
    }

    /// What the meters cost us, as it was at that time.
    public CostRates costs(Currency currency, Instant at) {
        return new CostRates(costs.at(currency.getCurrencyCode(), at));
    }

    private PlanVersion version(String plan, int version, Instant validFrom, Offer offer) {
        return new PlanVersion(
                ids.next("plv"), plan, version, validFrom, clock.instant(), offer.allowances(), offer.terms());
    }

    private static void demandSound(Offer offer, Set<Currency> sold, List<FieldError> others) {
        var errors = Stream.concat(others.stream(), OfferCheck.of(offer, sold).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw new Rejected("http.request.invalid", "Some fields break a rule; see errors", errors);
        }
    }

    private static NotFound unknown(String code) {
        return new NotFound("plans.plan.unknown", "There is no plan " + code);
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
                .flatMap(it -> Stream.concat(Stream.of(it), it.level().stream()))
                .map(it -> new PlanAllowance(it.meter(), it.amount(), it.hard()))
                .toList();
        return new PlanPublished(plan.code(), plan.name(), allowances, version.validFrom());
    }
}
