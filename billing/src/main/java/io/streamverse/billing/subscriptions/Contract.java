package io.streamverse.billing.subscriptions;

import io.streamverse.billing.plans.Stretch;
import io.streamverse.billing.plans.Terms;
import java.util.List;

/// A period and the terms under which it passes, one behind the other until its end. They begin with the tenant, where
/// the tenant came later than the period.
public record Contract(Period period, List<Stretch> stretches) {
    public Contract {
        stretches = List.copyOf(stretches);
    }

    /// Those that hold last, whole.
    public Terms terms() {
        return stretches.getLast().terms();
    }
}
