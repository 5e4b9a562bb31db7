package io.streamverse.billing.rating;

import io.streamverse.billing.plans.Allowance;
import io.streamverse.billing.plans.Stretch;
import io.streamverse.billing.plans.Terms;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// What of base fee, minimum and included amounts falls on each stretch of a period, by its share of the time. An
/// amount is rounded where a stretch ends, not in its length, so that the parts of a whole add up to it, however it is
/// cut.
record Proration(Instant from, Instant to) {
    private static final int DECIMALS_INCLUDED = 3;

    /// Prices are those of the last stretch. One that was charged in another currency counts as if its terms were the
    /// last's.
    Terms of(List<Stretch> stretches) {
        var last = stretches.getLast().terms();
        var alike = stretches.stream().map(it -> in(last, it)).toList();
        return new Terms(
                last.plan(),
                last.version(),
                last.currency(),
                money(alike, last, Terms::baseFee),
                money(alike, last, Terms::minimum),
                included(alike),
                last.prices());
    }

    private static Stretch in(Terms last, Stretch it) {
        return it.terms().currency().equals(last.currency()) ? it : new Stretch(last, it.from(), it.to());
    }

    private Money money(List<Stretch> stretches, Terms last, Function<Terms, Money> amount) {
        var sum = stretches.stream()
                .map(it -> part(
                        it, amount.apply(it.terms()).amount(), last.currency().getDefaultFractionDigits()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, last.currency());
    }

    private List<Allowance> included(List<Stretch> stretches) {
        var sums = new LinkedHashMap<String, Allowance>();
        for (var stretch : stretches) {
            for (var it : stretch.terms().allowances()) {
                var part = new Allowance(it.meter(), part(stretch, it.amount(), DECIMALS_INCLUDED), it.hard());
                sums.merge(
                        it.meter(),
                        part,
                        (one, other) -> new Allowance(it.meter(), one.amount().add(other.amount()), other.hard()));
            }
        }
        return List.copyOf(sums.values());
    }

    private BigDecimal part(Stretch stretch, BigDecimal whole, int decimals) {
        return until(stretch.to(), whole, decimals).subtract(until(stretch.from(), whole, decimals));
    }

    private BigDecimal until(Instant at, BigDecimal whole, int decimals) {
        return whole.multiply(micros(at)).divide(micros(to), decimals, RoundingMode.HALF_EVEN);
    }

    private BigDecimal micros(Instant until) {
        return BigDecimal.valueOf(ChronoUnit.MICROS.between(from, until));
    }
}
