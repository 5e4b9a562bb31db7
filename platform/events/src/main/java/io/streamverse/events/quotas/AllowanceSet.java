package io.streamverse.events.quotas;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// How much of a meter a period allows: what is included (the plan's, unless the operator said otherwise) and granted.
/// `laterEnds` say when the periods behind this one end.
public record AllowanceSet(
        String meter,
        long revision,
        BigDecimal planned,
        BigDecimal included,
        BigDecimal granted,
        boolean hard,
        Instant periodFrom,
        Instant periodTo,
        List<Instant> laterEnds)
        implements QuotaEvent {
    @Override
    public String aggregateId() {
        return meter;
    }
}
