package io.streamverse.billing.plans;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// What `per` units of a meter cost the operator. Never shown to a tenant.
@MappedEntity(value = "cost_rate", schema = "billing")
public record CostRate(String meter, String currency, Instant validFrom, BigDecimal price, BigDecimal per) {
    private static final int DECIMALS = 9;

    /// To a billionth of the currency: a cost is an estimate that nobody is charged.
    public BigDecimal of(BigDecimal quantity) {
        return quantity.multiply(price).divide(per, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
