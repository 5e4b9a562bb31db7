package io.streamverse.billing.plans;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/// The prices of a version in one currency.
record Tariff(Currency currency, BigDecimal baseFee, BigDecimal minimum, List<Price> prices) {
    Tariff {
        prices = List.copyOf(prices);
    }
}
