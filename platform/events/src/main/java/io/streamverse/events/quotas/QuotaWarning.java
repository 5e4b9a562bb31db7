package io.streamverse.events.quotas;

import java.math.BigDecimal;
import java.time.Instant;

/// A meter, or the budget, has passed 50, 80, 95 or 100 percent of what a period allows. Said once each.
public record QuotaWarning(
        String meter, int percent, BigDecimal used, BigDecimal allowance, Instant periodFrom, Instant periodTo)
        implements QuotaEvent {
    @Override
    public String aggregateId() {
        return meter;
    }
}
