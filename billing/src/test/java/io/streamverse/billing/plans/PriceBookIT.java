package io.streamverse.billing.plans;

import static io.streamverse.billing.plans.SomeOffer.anOffer;
import static io.streamverse.billing.plans.SomeOffer.beyond;
import static io.streamverse.billing.plans.SomeOffer.price;
import static io.streamverse.billing.plans.SomeOffer.terms;
import static io.streamverse.billing.plans.SomeOffer.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.billing.BillingStage;
import io.streamverse.kernel.money.Money;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookIT {
    private static final BillingStage STAGE = BillingStage.shared();
    private static final AtomicInteger PLANS = new AtomicInteger();
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @ValueSource(strings = {"starter", "growth", "scale"})
    void thePlansThatComeWithTheReleaseAreSound(String code) {
        var plan = STAGE.operator().get("/operator/v1/plans/" + code);
        var first = STAGE.bean(Plans.class).versions(code).getLast();

        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.header("ETag")).isEqualTo("\"1\"");
        assertThat(OfferCheck.of(new Offer(first.allowances(), first.tariffs()), first.currencies()))
                .isEmpty();
        assertThat(first.tariffs())
                .extracting(Tariff::currency)
                .contains(EUR, Currency.getInstance("USD"))
                .hasSizeGreaterThan(1);
        assertThat(first.tariffs())
                .allSatisfy(it -> assertThat(it.prices())
                        .extracting(Price::meter)
                        .containsExactlyInAnyOrderElementsOf(Goods.METERS));
    }

    @Test
    void aNewPlanIsThereAndIsTold() {
        var code = newCode();
        var made = create(code, anOffer());

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/versions/0/terms/0/prices/0/tiers/0/price")).isEqualTo("0.50");
        assertThat(create(code, anOffer()).code()).isEqualTo("plans.plan.taken");
        assertThat(STAGE.ask("SELECT count(*) FROM billing.plan_publication WHERE plan = '" + code + "'"))
                .isEqualTo("1");
    }

    @Test
    void aVersionHoldsFromItsDayAndTheOldOneUntilThen() {
        var code = planWith(anOffer());
        var turn = Instant.now().plusSeconds(86_400);

        var answer = revise(code, turn, anOffer().with("terms", List.of(terms("EUR", "12.00"))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(baseFee(code, turn.minusMillis(1))).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(baseFee(code, turn)).isEqualTo(Money.of("12.00", "EUR"));
        assertThat(baseFee(code, Instant.EPOCH)).isEqualTo(Money.of("10.00", "EUR"));
    }

    @Test
    void ofVersionsOfOneDayTheLastOneHolds() {
        var code = planWith(anOffer());
        var turn = Instant.now().plusSeconds(86_400);

        revise(code, turn, anOffer().with("terms", List.of(terms("EUR", "12.00"))));
        revise(code, turn, anOffer().with("terms", List.of(terms("EUR", "13.00"))));

        assertThat(baseFee(code, turn)).isEqualTo(Money.of("13.00", "EUR"));
    }

    @Test
    void aVersionOfThePastIsRefusedHereAndByTheDatabase() {
        var code = planWith(anOffer());

        var answer = revise(code, Instant.now().minusSeconds(1), anOffer());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/validFrom");
        assertThatThrownBy(() -> STAGE.run("""
                        INSERT INTO billing.plan_version (id, plan, version, valid_from, allowances, tariffs)
                        VALUES ('plv_past', '%s', 9, now() - interval '1 s', '[]', '[]')""".formatted(code)))
                .rootCause()
                .hasMessageContaining("version 9 of %s would change the past", code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE billing.plan_version SET valid_from = now()",
                "DELETE FROM billing.plan_version",
                "TRUNCATE billing.plan_version CASCADE",
                "UPDATE billing.cost_rate SET price = 0",
                "DELETE FROM billing.cost_rate"
            })
    void theDatabaseNeverChangesWhatWasWritten(String change) {
        assertThatThrownBy(() -> STAGE.run(change)).rootCause().hasMessageContaining("never changes");
    }

    @Test
    void anEditOfAnOldVersionIsNotTaken() {
        var code = planWith(anOffer());
        var old = STAGE.operator().with("If-Match", "\"1\"");
        var next = anOffer().with("validFrom", Instant.now().plusSeconds(60).toString());

        assertThat(old.post("/operator/v1/plans/" + code + "/versions", next.json())
                        .status())
                .isEqualTo(201);
        assertThat(old.post("/operator/v1/plans/" + code + "/versions", next.json())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void writersOfOneMomentMakeOneVersionEach() {
        var code = planWith(anOffer());
        var turn = Instant.now().plusSeconds(86_400);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .map(it -> revise(code, turn, anOffer()).status())
                .toArray();

        assertThat(statuses).containsOnly(201);
        assertThat(STAGE.bean(Plans.class).versions(code))
                .extracting(PlanVersion::version)
                .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void everyFieldThatIsWrongIsPointedAt() {
        var answer = create(
                newCode(),
                anOffer()
                        .with("allowances", List.of(Map.of("meter", "nonsense", "amount", -1, "hard", true)))
                        .with(
                                "terms",
                                List.of(
                                        terms(
                                                "JPY",
                                                "0.5",
                                                price("graduated", tier(10, "1"), tier(5, "-1"), tier(20, "1"))),
                                        terms(
                                                "JPY",
                                                "1",
                                                price("drm.licences", "package", tier(5, "1"), beyond("1"))))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors"))
                .extracting(it -> it.get("pointer").asText())
                .containsExactly(
                        "/allowances/0/meter",
                        "/allowances/0/amount",
                        "/terms/0/baseFee",
                        "/terms/0/prices/0/tiers/1/price",
                        "/terms/0/prices/0/tiers/1/upTo",
                        "/terms/0/prices/0/tiers/2/upTo",
                        "/terms/1/currency",
                        "/terms/1/prices/0/tiers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"allowances\": [{}], \"terms\": [{}]}",
                "{\"terms\": [{\"currency\": \"ZZZ\"}]}",
                "{\"terms\": [{\"currency\": \"EUR\", \"baseFee\": \"1e999999999\"}]}",
                "{\"terms\": [{\"currency\": \"EUR\", \"prices\": [{\"model\": \"free\"}]}]}",
                "{\"terms\": [{\"currency\": \"EUR\", \"prices\": [{\"tiers\": [{}, {\"upTo\": 1e99}]}]}]}",
                "{\"terms\": [{\"currency\": \"EUR\", \"prices\": [null]}]}",
                "{\"terms\": [{\"currency\": \"EUR\", \"prices\": [{\"tiers\": [null]}]}]}",
                "{\"terms\": 1}"
            })
    void nonsenseIsRefusedWithAWord(String offer) {
        var body = "{\"validFrom\": \"2099-01-01T00:00:00Z\", " + offer.substring(1);

        var answer = STAGE.operator().post("/operator/v1/plans/starter/versions", body);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.at("/errors/0/pointer")).startsWith("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowances", "terms"})
    void nothingIsNoAllowanceAndNoTerms(String list) {
        var body = "{\"validFrom\": \"2099-01-01T00:00:00Z\", \"" + list + "\": [null]}";

        assertThat(STAGE.operator()
                        .post("/operator/v1/plans/starter/versions", body)
                        .code())
                .isEqualTo("http.body.malformed");
    }

    @Test
    void aCurrencyInWhichThePlanIsSoldStays() {
        var code = planWith(anOffer());

        var answer =
                revise(code, Instant.now().plusSeconds(60), anOffer().with("terms", List.of(terms("KWD", "1.005"))));

        assertThat(answer.at("/errors/0/detail")).isEqualTo("lacks EUR, in which the plan is sold already");
    }

    @Test
    void aVersionIsToldWhenItBeginsToHold() {
        var code = planWith(anOffer());
        revise(code, Instant.now().plusSeconds(2), anOffer());
        assertThat(told(code)).isEqualTo("1");

        Eventually.is("version 2 holds and is told", () -> {
            STAGE.bean(PublishVersions.class).run(Instant.now());
            return "2".equals(told(code));
        });
    }

    @Test
    void aPlanThatIsNotThereIsNotFound() {
        assertThat(STAGE.operator().get("/operator/v1/plans/none").code()).isEqualTo("plans.plan.unknown");
        assertThat(STAGE.operator()
                        .post("/operator/v1/plans/none/versions", "{")
                        .code())
                .isEqualTo("plans.plan.unknown");
    }

    private static @Nullable String told(String code) {
        return STAGE.ask("SELECT max(version) FROM billing.plan_publication WHERE plan = '" + code + "'");
    }

    private static Money baseFee(String code, Instant at) {
        return STAGE.bean(Plans.class).terms(code, EUR, at).baseFee();
    }

    private static String newCode() {
        return "plan-" + PLANS.incrementAndGet();
    }

    private static String planWith(SomeOffer offer) {
        var code = newCode();
        create(code, offer);
        return code;
    }

    private static Answer create(String code, SomeOffer offer) {
        return STAGE.operator()
                .post(
                        "/operator/v1/plans",
                        offer.with("code", code)
                                .with("name", "A plan")
                                .with("description", "")
                                .json());
    }

    private static Answer revise(String code, Instant validFrom, SomeOffer offer) {
        return STAGE.operator()
                .post(
                        "/operator/v1/plans/" + code + "/versions",
                        offer.with("validFrom", validFrom.toString()).json());
    }
}
