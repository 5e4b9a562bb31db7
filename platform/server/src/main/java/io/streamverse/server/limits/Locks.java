package io.streamverse.server.limits;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rows that acts take turns at: of several meters always in one order, so that nobody waits in a circle.
@Singleton
class Locks {
    private final QuotaRepository quotas;

    Locks(QuotaRepository quotas) {
        this.quotas = quotas;
    }

    /// A meter that the plan does not speak of is counted, and never refused.
    Locked take(Collection<String> meters, Moment now) {
        var wanted = new TreeSet<>(meters);
        var locked = lock(wanted);
        if (locked.size() < wanted.size()) {
            wanted.forEach(meter -> begin(new Allowance(meter, BigDecimal.ZERO, false), now.business()));
            locked = lock(wanted);
        }
        return new Locked(locked);
    }

    void begin(Allowance allowance, Instant now) {
        var month = Period.month(now);
        quotas.begin(
                allowance.meter(),
                allowance.amount(),
                allowance.hard(),
                month.from(),
                month.to(),
                month.laterEnds().stream().map(Instant::toString).toList(),
                now);
    }

    private Map<String, Quota> lock(Set<String> meters) {
        return quotas.lock(meters).stream().collect(Collectors.toMap(Quota::meter, Function.identity()));
    }
}
