package io.streamverse.billing.plans;

import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/// What one version of a plan includes and charges, in one currency.
public record Terms(
        String plan,
        int version,
        Currency currency,
        Money baseFee,
        Money minimum,
        List<Allowance> allowances,
        List<Price> prices) {

    public Terms {
        allowances = List.copyOf(allowances);
        prices = List.copyOf(prices);
    }

    public BigDecimal included(String meter) {
        return allowances.stream()
                .filter(it -> it.meter().equals(meter))
                .map(Allowance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
