package io.streamverse.events.meters;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// What output weighs, property by property. Only added to: a weight that was said once stays.
public record WeightsSet(List<Weight> weights) implements MetersEvent {
    public record Weight(Instant from, String dimension, String value, BigDecimal weight) {}

    @Override
    public String aggregateId() {
        return "weights";
    }
}
