package io.streamverse.billing.rating;

import io.streamverse.billing.plans.Price;
import io.streamverse.billing.plans.Stretch;
import io.streamverse.billing.plans.Terms;
import io.streamverse.billing.plans.Tier;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A line is computed exactly and rounded once, to what its currency can express; the total is the sum of the lines.
public final class Rating {
    private Rating() {}

    /// The terms of a whole period of which stretches passed under different terms, or which began with the tenant.
    public static Terms prorated(Instant from, Instant to, List<Stretch> stretches) {
        return new Proration(from, to).of(stretches);
    }

    /// A meter without a price makes no line; one that was not used makes a line of nothing.
    public static Rated rate(Terms terms, Map<String, BigDecimal> quantities) {
        var lines = new ArrayList<Line>();
        lines.add(Line.baseFee(terms.baseFee()));
        for (var price : terms.prices()) {
            lines.add(usage(terms, price, quantities.getOrDefault(price.meter(), BigDecimal.ZERO)));
        }
        var total = lines.stream().map(Line::amount).reduce(Money.zero(terms.currency()), Money::plus);
        if (total.compareTo(terms.minimum()) >= 0) {
            return new Rated(lines, total);
        }
        lines.add(Line.minimum(terms.minimum().minus(total)));
        return new Rated(lines, terms.minimum());
    }

    private static Line usage(Terms terms, Price price, BigDecimal quantity) {
        var used = quantity.max(BigDecimal.ZERO);
        var included = used.min(terms.included(price.meter()));
        var charged = used.subtract(included);
        var amount = priced(price, charged)
                .divide(price.per(), terms.currency().getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
        return new Line(
                Line.Kind.USAGE, price.meter(), quantity, included, charged, new Money(amount, terms.currency()));
    }

    /// The amount for the quantity, times the units that a price is for.
    private static BigDecimal priced(Price price, BigDecimal quantity) {
        return switch (price.model()) {
            case VOLUME -> quantity.multiply(reached(price.tiers(), quantity).price());
            case GRADUATED -> graduated(price.tiers(), quantity);
            case PACKAGE ->
                quantity.divide(price.per(), 0, RoundingMode.UP)
                        .multiply(price.per())
                        .multiply(price.tiers().getFirst().price());
        };
    }

    private static Tier reached(List<Tier> tiers, BigDecimal quantity) {
        return tiers.stream()
                .filter(it -> it.upTo() == null || quantity.compareTo(it.upTo()) <= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The last tier ends before " + quantity));
    }

    private static BigDecimal graduated(List<Tier> tiers, BigDecimal quantity) {
        var sum = BigDecimal.ZERO;
        var from = BigDecimal.ZERO;
        for (var tier : tiers) {
            var end = tier.upTo() == null ? quantity : quantity.min(tier.upTo());
            sum = sum.add(end.subtract(from).max(BigDecimal.ZERO).multiply(tier.price()));
            from = end;
        }
        return sum;
    }
}
