package io.streamverse.billing.quotas;

import io.streamverse.billing.plans.Terms;
import io.streamverse.billing.rating.Rating;
import io.streamverse.billing.subscriptions.Period;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that is known of an environment's quotas at one business time. `laterEnds` say when the periods behind this one
/// end; `terms` are those by which it is charged for what was `used`.
public record Situation(
        Instant now,
        Period period,
        List<Instant> laterEnds,
        List<Standing> standings,
        Terms terms,
        Map<String, BigDecimal> used,
        @Nullable Money budget) {

    public Optional<Standing> of(String meter) {
        return standings.stream().filter(it -> it.meter().equals(meter)).findFirst();
    }

    Money spent() {
        return Rating.rate(terms, used).total();
    }

    boolean budgetReached() {
        return budget != null && spent().compareTo(budget) >= 0;
    }
}
