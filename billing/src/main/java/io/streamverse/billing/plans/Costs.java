package io.streamverse.billing.plans;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What the meters cost, as the operator keeps it.
@Singleton
class Costs {
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private final CostRateRepository costs;
    private final InstantSource clock;

    Costs(CostRateRepository costs, InstantSource clock) {
        this.costs = costs;
        this.clock = clock;
    }

    List<CostRate> list() {
        return costs.all();
    }

    /// The first of a meter in a currency may lie in the past, where no margin was known.
    @Transactional
    CostRate add(CostRate rate) {
        demandSound(rate);
        if (costs.add(rate.meter(), rate.currency(), rate.dimensions(), rate.validFrom(), rate.price(), rate.per())
                == 0) {
            throw new Conflict(
                    "plans.cost-rate.taken", "There is a rate of that meter, currency, dimension and instant");
        }
        return rate;
    }

    private void demandSound(CostRate rate) {
        var errors = new ArrayList<FieldError>();
        if (!Goods.COSTS.contains(rate.meter())) {
            errors.add(new FieldError("/meter", "is not a meter"));
        }
        if (!Goods.dimensions(rate.meter()).containsAll(rate.dimensions().keySet())) {
            errors.add(new FieldError("/dimensions", "are none of the meter"));
        }
        if (!rate.validFrom().isAfter(clock.instant().plus(SOONEST))
                && costs.exists(rate.meter(), rate.currency(), rate.dimensions())) {
            errors.add(new FieldError("/validFrom", "lies ahead: a change never alters the past"));
        }
        if (!errors.isEmpty()) {
            throw new Rejected("http.request.invalid", "Some fields break a rule; see errors", errors);
        }
    }
}
