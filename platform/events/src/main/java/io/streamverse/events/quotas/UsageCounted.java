package io.streamverse.events.quotas;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// What the ledger says of a meter's period so far. `facts` are the natural ids of what it holds since the count
/// before: what was settled under them is in the quantity now.
public record UsageCounted(
        String meter, long revision, BigDecimal quantity, Instant periodFrom, Instant asOf, List<String> facts)
        implements QuotaEvent {
    @Override
    public String aggregateId() {
        return meter;
    }
}
