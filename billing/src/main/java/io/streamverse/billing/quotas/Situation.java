package io.streamverse.billing.quotas;

import io.streamverse.billing.subscriptions.Period;
import io.streamverse.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of an environment's quotas at one business time. `laterEnds` say when the periods behind this one
/// end.
record Situation(
        Instant now,
        Period period,
        List<Instant> laterEnds,
        List<Standing> standings,
        Money spent,
        @Nullable Money budget) {

    boolean budgetReached() {
        return budget != null && spent.compareTo(budget) >= 0;
    }
}
