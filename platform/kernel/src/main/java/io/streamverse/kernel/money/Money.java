package io.streamverse.kernel.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;

/// An amount at its currency's own scale. Nothing here rounds except `rounded`.
public record Money(
        @JsonProperty(required = true)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = AmountDeserializer.class)
        @Schema(type = "string", example = "12.00")
        BigDecimal amount,

        @JsonProperty(required = true) @Schema(type = "string", example = "EUR")
        Currency currency)
        implements Comparable<Money> {

    private static final int WHOLE_DIGITS = 18;

    public Money {
        requireSize(amount);
        var scale = scaleOf(currency);
        if (amount.scale() > scale && amount.stripTrailingZeros().scale() > scale) {
            throw new IllegalArgumentException(
                    "An amount in %s has at most %d decimals: %s".formatted(currency, scale, amount.toPlainString()));
        }
        amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// The nearest amount the currency can express; a half goes to the even neighbour.
    public static Money rounded(BigDecimal amount, Currency currency) {
        requireSize(amount);
        return new Money(amount.setScale(scaleOf(currency), RoundingMode.HALF_EVEN), currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        return plus(other.negate());
    }

    /// Refused where the product needs more decimals than the currency has: round it explicitly.
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /// Equal parts as far as cents allow; their sum is this amount.
    public List<Money> split(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("Money is split into at least one part, not " + parts);
        }
        return allocate(Collections.nCopies(parts, BigDecimal.ONE));
    }

    /// Parts in proportion to the weights, none more than one cent off; their sum is this amount.
    public List<Money> allocate(List<BigDecimal> weights) {
        var whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() == 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("Weights are not negative and not all zero: " + weights);
        }
        var parts = new ArrayList<Money>(weights.size());
        var weighed = BigDecimal.ZERO;
        var given = zero(currency);
        for (var weight : weights) {
            weighed = weighed.add(weight);
            var due = amount.multiply(weighed).divide(whole, amount.scale(), RoundingMode.UP);
            parts.add(new Money(due, currency).minus(given));
            given = new Money(due, currency);
        }
        return List.copyOf(parts);
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(currency, other.currency));
        }
    }

    private static int scaleOf(Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("Nobody pays in " + currency);
        }
        return currency.getDefaultFractionDigits();
    }

    /// Also keeps `1e999999999` from being written out.
    private static void requireSize(BigDecimal amount) {
        if ((long) amount.precision() - amount.scale() > WHOLE_DIGITS || amount.scale() > 1_000) {
            throw new IllegalArgumentException("An amount has at most %d whole digits".formatted(WHOLE_DIGITS));
        }
    }
}
