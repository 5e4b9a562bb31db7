package io.streamverse.billing.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.testkit.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostsIT {
    private static final BillingStage STAGE = BillingStage.shared();

    @Test
    void aCostHoldsFromItsDay() {
        var turn = Instant.parse("2031-01-01T00:00:00Z");

        var answer = add("webhooks.sent", "EUR", turn, "0.05");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(cost("EUR", turn.minusMillis(1))).isEqualTo("0.02");
        assertThat(cost("EUR", turn)).isEqualTo("0.05");
        assertThat(add("webhooks.sent", "EUR", turn, "0.06").code()).isEqualTo("plans.cost-rate.taken");
        assertThat(STAGE.operator().get("/operator/v1/cost-rates").text()).contains("\"price\":\"0.05\"");
    }

    @Test
    void onlyTheFirstOfACurrencyMayLieInThePast() {
        var past = Instant.parse("2020-01-01T00:00:00Z");

        assertThat(add("webhooks.sent", "KWD", past, "0.005").status()).isEqualTo(201);
        assertThat(add("webhooks.sent", "KWD", past.plusSeconds(1), "0.006").at("/errors/0/pointer"))
                .isEqualTo("/validFrom");
        assertThat(add("nonsense", "KWD", past, "0.005").at("/errors/0/pointer"))
                .isEqualTo("/meter");
        assertThat(add("webhooks.sent", "KWD", past, "-1").at("/errors/0/pointer"))
                .isEqualTo("/price");
    }

    @Test
    void aRateOfADimensionStandsBesideTheOneOfAll() {
        var past = Instant.parse("2020-01-01T00:00:00Z");
        var gpu = Map.of("accelerator", "gpu");

        assertThat(add("transcode.device", "CHF", past, Map.of(), "1").status()).isEqualTo(201);
        assertThat(add("transcode.device", "CHF", past, gpu, "4").at("/dimensions/accelerator"))
                .isEqualTo("gpu");
        assertThat(add("transcode.device", "CHF", past, Map.of("colour", "red"), "4")
                        .at("/errors/0/pointer"))
                .isEqualTo("/dimensions");

        var costs = STAGE.bean(Plans.class).costs(Currency.getInstance("CHF"), Instant.now());
        var hours = Map.of(gpu, BigDecimal.TWO, Map.of("accelerator", "cpu"), BigDecimal.TEN);
        assertThat(costs.of("transcode.device", hours))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("18"));
        assertThat(costs.of("storage", hours)).isEmpty();
    }

    private static String cost(String currency, Instant at) {
        return STAGE.bean(Plans.class).costs(Currency.getInstance(currency), at).rates().stream()
                .filter(it -> it.meter().equals("webhooks.sent"))
                .map(it -> it.price().toPlainString())
                .findFirst()
                .orElse("");
    }

    private static Answer add(String meter, String currency, Instant validFrom, String price) {
        return add(meter, currency, validFrom, Map.of(), price);
    }

    private static Answer add(
            String meter, String currency, Instant validFrom, Map<String, String> dimensions, String price) {
        return STAGE.operator()
                .post(
                        "/operator/v1/cost-rates",
                        Map.of(
                                "meter",
                                meter,
                                "currency",
                                currency,
                                "validFrom",
                                validFrom.toString(),
                                "dimensions",
                                dimensions,
                                "price",
                                price,
                                "per",
                                1));
    }
}
