package io.streamverse.billing.margins;

import io.streamverse.billing.metering.Meter;
import io.streamverse.billing.plans.CostRates;
import io.streamverse.billing.rating.Line;
import io.streamverse.billing.rating.Rated;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a period brought, beside what it cost: line by line. `parts` are the quantities apart by their dimensions.
record MarginLines(
        Rated rated,
        Map<String, BigDecimal> quantities,
        Map<String, Map<Map<String, String>, BigDecimal>> parts,
        CostRates costs) {

    List<Margin> of(List<Meter> meters) {
        var fees = rated.lines().stream()
                .filter(it -> it.kind() != Line.Kind.USAGE)
                .map(it -> Margin.of(it.code(), "", it.quantity(), it.amount(), costs.none() ? null : nothing()));
        var used = meters.stream().filter(it -> quantity(it).signum() != 0).map(this::line);
        return Stream.concat(fees, used).toList();
    }

    private Margin line(Meter meter) {
        var revenue = rated.of(meter.code()).map(Line::amount).orElse(nothing());
        return Margin.of(meter.code(), meter.unit(), quantity(meter), revenue, cost(meter));
    }

    private @Nullable Money cost(Meter meter) {
        var apart = costs.tellApart(meter.code())
                ? parts.getOrDefault(meter.code(), Map.of())
                : Map.of(Map.<String, String>of(), quantity(meter));
        return costs.of(meter.code(), apart)
                .map(it -> Money.rounded(it, nothing().currency()))
                .orElse(null);
    }

    private BigDecimal quantity(Meter meter) {
        return quantities.getOrDefault(meter.code(), BigDecimal.ZERO);
    }

    private Money nothing() {
        return Money.zero(rated.total().currency());
    }
}
