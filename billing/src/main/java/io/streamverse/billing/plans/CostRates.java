package io.streamverse.billing.plans;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What meters cost in one currency at one time. Of a meter's rates the one of a dimension goes before the one of all.
public record CostRates(List<CostRate> rates) {
    public CostRates {
        rates = List.copyOf(rates);
    }

    public boolean none() {
        return rates.isEmpty();
    }

    /// Whether it matters with which dimensions the meter was used.
    public boolean tellApart(String meter) {
        return rates.stream()
                .anyMatch(it -> it.meter().equals(meter) && !it.dimensions().isEmpty());
    }

    /// Of quantities by their dimensions; nothing where one of them has no rate.
    public Optional<BigDecimal> of(String meter, Map<Map<String, String>, BigDecimal> quantities) {
        var sum = BigDecimal.ZERO;
        for (var part : quantities.entrySet()) {
            var rate = rate(meter, part.getKey());
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(rate.get().of(part.getValue()));
        }
        return Optional.of(sum);
    }

    private Optional<CostRate> rate(String meter, Map<String, String> dimensions) {
        return rates.stream()
                .filter(it -> it.meter().equals(meter)
                        && dimensions.entrySet().containsAll(it.dimensions().entrySet()))
                .max(Comparator.comparingInt(it -> it.dimensions().size()));
    }
}
