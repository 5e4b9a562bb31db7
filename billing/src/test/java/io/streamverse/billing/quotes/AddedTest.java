package io.streamverse.billing.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.plans.Allowance;
import io.streamverse.billing.plans.Price;
import io.streamverse.billing.plans.Price.Model;
import io.streamverse.billing.plans.Terms;
import io.streamverse.billing.plans.Tier;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddedTest {
    private static final Tier FIRST = new Tier(BigDecimal.valueOf(100), BigDecimal.ONE);
    private static final Tier BEYOND = new Tier(null, new BigDecimal("0.50"));

    @Test
    void whatIsIncludedAddsNothing() {
        assertThat(added(terms(Model.GRADUATED, "0"), 5, 5)).isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void whatReachesIntoTheNextTierPaysBothPrices() {
        assertThat(added(terms(Model.GRADUATED, "0"), 100, 20)).isEqualTo(Money.of("15.00", "EUR"));
    }

    @Test
    void belowTheMinimumOnlyWhatGoesBeyondItAdds() {
        assertThat(added(terms(Model.GRADUATED, "50"), 10, 30)).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(added(terms(Model.GRADUATED, "50"), 40, 30)).isEqualTo(Money.of("10.00", "EUR"));
    }

    @Test
    void whatReachesACheaperVolumeTierTakesOffTheBill() {
        assertThat(added(terms(Model.VOLUME, "0"), 110, 1)).isEqualTo(Money.of("-49.50", "EUR"));
    }

    private static Money added(Terms terms, int used, int quantity) {
        return Quotes.added(
                terms, Map.of("api.calls", BigDecimal.valueOf(used)), "api.calls", BigDecimal.valueOf(quantity));
    }

    private static Terms terms(Model model, String minimum) {
        var euro = Currency.getInstance("EUR");
        return new Terms(
                "some",
                1,
                euro,
                Money.zero(euro),
                Money.of(minimum, "EUR"),
                List.of(new Allowance("api.calls", BigDecimal.TEN, false)),
                List.of(new Price("api.calls", model, BigDecimal.ONE, List.of(FIRST, BEYOND))));
    }
}
