package io.streamverse.events.quotas;

import java.math.BigDecimal;
import java.time.Instant;

/// How much of a meter a period allows: what is included (the plan's, unless the operator said otherwise) and granted.
/// Later periods follow from the zone and the day of the month on which they begin.
public record AllowanceSet(
        String meter,
        long revision,
        BigDecimal planned,
        BigDecimal included,
        BigDecimal granted,
        boolean hard,
        Instant periodFrom,
        Instant periodTo,
        String timeZone,
        int resetDay)
        implements QuotaEvent {
    @Override
    public String aggregateId() {
        return meter;
    }
}
