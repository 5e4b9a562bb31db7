package io.streamverse.billing.rating;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;

/// One line of a bill. `code` is the meter of a usage line, else `base-fee` or `minimum`. Quantities are in the meter's
/// unit: all that was used, what of it is included, and what is charged.
public record Line(Kind kind, String code, BigDecimal quantity, BigDecimal included, BigDecimal charged, Money amount) {

    public enum Kind {
        @JsonProperty("base-fee")
        BASE_FEE,
        @JsonProperty("usage")
        USAGE,
        /// What is missing to the least that the plan charges.
        @JsonProperty("minimum")
        MINIMUM
    }

    static Line baseFee(Money amount) {
        return new Line(Kind.BASE_FEE, "base-fee", BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE, amount);
    }

    static Line minimum(Money missing) {
        return new Line(Kind.MINIMUM, "minimum", BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE, missing);
    }
}
