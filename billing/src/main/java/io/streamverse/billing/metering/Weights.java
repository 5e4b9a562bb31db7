package io.streamverse.billing.metering;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/// What output weighs: the product of the weights of its properties that were valid at the time.
record Weights(List<Weight> all) {
    Weights {
        all = List.copyOf(all);
    }

    BigDecimal of(Map<String, String> properties, Instant at) {
        return properties.entrySet().stream()
                .map(property -> weight(property, at))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    private BigDecimal weight(Entry<String, String> property, Instant at) {
        return all.stream()
                .filter(it -> it.dimension().equals(property.getKey()))
                .filter(it -> it.value().equals(property.getValue()))
                .filter(it -> !it.from().isAfter(at))
                .max(comparing(Weight::from))
                .map(Weight::weight)
                .orElseThrow(
                        () -> new IllegalStateException("Nothing says what %s weighs at %s".formatted(property, at)));
    }
}
