package io.streamverse.billing.metering;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@Singleton
public class Metering {
    private final Ledger ledger;
    private final Sums sums;

    Metering(Ledger ledger, Sums sums) {
        this.ledger = ledger;
        this.sums = sums;
    }

    /// Answers in the order of the entries. All that is accepted is booked with the transaction, or none of it.
    @Transactional
    public List<Booked> book(List<Usage> entries) {
        return ledger.book(entries);
    }

    /// Quantity by meter code, in the meter's unit, of what happened in `[from, to)`; levels are integrated up to `to`
    /// or the business time, whichever is first.
    @Transactional
    public Map<String, BigDecimal> totals(TenantSpace space, Instant from, Instant to) {
        return sums.totals(space, from, to);
    }
}
