package io.streamverse.events.quotas;

import java.math.BigDecimal;
import java.time.Instant;

/// What this period has cost so far, and the amount that it may cost where it is `capped`.
public record BudgetCounted(
        long revision,
        boolean capped,
        BigDecimal amount,
        BigDecimal spent,
        String currency,
        Instant periodFrom,
        Instant periodTo,
        Instant asOf)
        implements QuotaEvent {
    @Override
    public String aggregateId() {
        return "budget";
    }
}
