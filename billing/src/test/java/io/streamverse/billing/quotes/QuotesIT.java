package io.streamverse.billing.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.billing.Subscriber;
import io.streamverse.kernel.money.Money;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On `starter` an hour of support costs 120.00 EUR, and a thousand minutes of CPU transcoding are included.
class QuotesIT {
    private static final BillingStage STAGE = BillingStage.shared();
    private static final long MINUTE = 60_000;
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private final Subscriber tenant = Subscriber.of(STAGE, "starter", "EUR", LONG_AGO);
    private final Api live = STAGE.key(tenant.live(), "quotas:read");
    private final Api test = STAGE.key(tenant.test(), "quotas:read");

    @Test
    void aQuoteSaysPriceAndEffectOnTheQuota() {
        tenant.use(tenant.live(), "transcode.cpu", String.valueOf(900 * MINUTE), Instant.now());

        var quote = quote(live, "transcode.cpu", 300 * MINUTE);

        assertThat(quote.status()).as(quote.text()).isEqualTo(201);
        assertThat(quote.at("/price/amount")).isEqualTo("2.40");
        assertThat(quote.at("/unit")).isEqualTo("ms");
        assertThat(quote.at("/quota/included")).isEqualTo("60000000");
        assertThat(quote.at("/quota/used")).isEqualTo("54000000");
        assertThat(quote.at("/quota/remaining")).isEqualTo("6000000");
        assertThat(quote.at("/quota/after")).isEqualTo("0");
        assertThat(quote.body().at("/quota/hard").asBoolean()).isTrue();
    }

    @Test
    void aGrantAndTheOperatorsOwnAmountAreInTheQuota() {
        Map<String, Object> ofTenant =
                Map.of("tenantId", tenant.live().tenant().value(), "env", "live", "meter", "transcode.cpu");
        grant(ofTenant, 6_000_000);
        override(ofTenant, 10_000_000);

        var quote = quote(live, "transcode.cpu", 300 * MINUTE);

        assertThat(quote.at("/quota/included")).isEqualTo("16000000");
        assertThat(quote.at("/quota/remaining")).isEqualTo("16000000");
    }

    @Test
    void whoBeganInThePeriodHasItsShareIncluded() {
        var young = Subscriber.of(STAGE, "starter", "EUR", Instant.now());

        var quote = quote(STAGE.key(young.live(), "*"), "transcode.cpu", 1000 * MINUTE);

        assertThat(quote.at("/quota/included")).isEqualTo("60000000");
        assertThat(new BigDecimal(quote.at("/price/amount"))).isPositive();
    }

    @Test
    void whenNobodyCanAskForItAnyMoreItIsForgotten() {
        var id = quote(live, "support.hours", 2).at("/id");
        var forget = STAGE.bean(ForgetQuotes.class);

        forget.run(Instant.now().plus(Duration.ofDays(400)));
        assertThat(live.get("/v1/quotes/" + id).status()).isEqualTo(200);
        forget.run(Instant.now().plus(Duration.ofDays(402)));
        assertThat(live.get("/v1/quotes/" + id).code()).isEqualTo("quotes.quote.unknown");
    }

    private static void grant(Map<String, Object> ofTenant, long amount) {
        var body = new HashMap<>(ofTenant);
        body.putAll(Map.of("amount", amount, "reason", "a gift"));
        assertThat(STAGE.operator().post("/operator/v1/quota-grants", body).status())
                .isEqualTo(201);
    }

    private static void override(Map<String, Object> ofTenant, long amount) {
        var body = new HashMap<>(ofTenant);
        body.put("amount", amount);
        assertThat(STAGE.operator().put("/operator/v1/quota-overrides", body).status())
                .isEqualTo(200);
    }

    @Test
    void itIsKeptForTheDayThatItHolds() {
        var made = quote(live, "support.hours", 2);
        var again = live.get("/v1/quotes/" + made.at("/id"));
        var kept = STAGE.bean(Quotes.class).find(tenant.live(), made.at("/id")).orElseThrow();

        assertThat(again.body()).isEqualTo(made.body());
        assertThat(kept.money()).isEqualTo(Money.of("240.00", "EUR"));
        assertThat(Duration.between(kept.createdAt(), kept.expiresAt())).isEqualTo(Duration.ofHours(24));
        assertThat(kept.holdsAt(kept.createdAt())).isTrue();
        assertThat(kept.holdsAt(kept.expiresAt())).isFalse();
    }

    @Test
    void itIsNotSeenFromElsewhere() {
        var id = quote(live, "support.hours", 1).at("/id");
        var other = Subscriber.of(STAGE, "starter", "EUR", Instant.now());

        assertThat(test.get("/v1/quotes/" + id).code()).isEqualTo("quotes.quote.unknown");
        assertThat(STAGE.key(other.live(), "*").get("/v1/quotes/" + id).code()).isEqualTo("quotes.quote.unknown");
        assertThat(STAGE.key(tenant.live(), "branding:read")
                        .get("/v1/quotes/" + id)
                        .code())
                .isEqualTo("keys.scope.missing");
    }

    @Test
    void testSeesTheSamePriceAndSaysThatItIsTest() {
        tenant.use(tenant.live(), "transcode.cpu", String.valueOf(1000 * MINUTE), Instant.now());

        var quote = quote(test, "transcode.cpu", 1001 * MINUTE);

        assertThat(quote.at("/env")).isEqualTo("test");
        assertThat(quote.at("/quota/used")).isEqualTo("0");
        assertThat(quote.at("/price/amount")).isEqualTo("0.01");
    }

    @Test
    void theTestClockBringsTheNextPeriodToTestAlone() {
        var next = Duration.ofDays(32);
        tenant.use(tenant.test(), "support.hours", "3", Instant.now());
        tenant.use(tenant.live(), "support.hours", "4", Instant.now());
        STAGE.run("INSERT INTO billing.test_clock VALUES ('%s', %2$d, %2$d)"
                .formatted(tenant.live().tenant(), next.toMillis()));

        var quote = quote(test, "support.hours", 1);

        assertThat(quote.at("/quota/used")).isEqualTo("0");
        assertThat(Instant.parse(quote.at("/createdAt"))).isAfter(Instant.now().plus(Duration.ofDays(31)));
        assertThat(quote(live, "support.hours", 1).at("/quota/used")).isEqualTo("4");
    }

    @Test
    void thePriceIsInTheTenantsCurrency() {
        var american = Subscriber.of(STAGE, "starter", "USD", LONG_AGO);

        var quote = quote(STAGE.key(american.live(), "*"), "support.hours", 1);

        assertThat(quote.at("/price/amount")).isEqualTo("130.00");
        assertThat(quote.at("/price/currency")).isEqualTo("USD");
    }

    @Test
    void theSameRequestTwiceIsOneQuote() {
        var once = live.with("Idempotency-Key", "quote-once");

        assertThat(quote(once, "support.hours", 1).body())
                .isEqualTo(quote(once, "support.hours", 1).body());
    }

    @Test
    void anExternalIdNamesOneQuote() {
        var body = Map.of("meter", "support.hours", "quantity", 1, "externalId", "mine", "metadata", Map.of("a", "b"));

        assertThat(live.post("/v1/quotes", body).at("/metadata/a")).isEqualTo("b");
        assertThat(live.post("/v1/quotes", body).code()).isEqualTo("quotes.quote.external-id-taken");
        assertThat(test.post("/v1/quotes", body).status()).isEqualTo(201);
    }

    @Test
    void whatCannotBeQuotedIsPointedAt() {
        assertThat(quote(live, "transcode.device", 1).at("/errors/0/pointer")).isEqualTo("/meter");
        assertThat(quote(live, "nonsense", 1).at("/errors/0/pointer")).isEqualTo("/meter");
        assertThat(quote(live, "support.hours", 0).at("/errors/0/pointer")).isEqualTo("/quantity");
        assertThat(quote(live, "support.hours", 999_999_999_999_999_999L).at("/errors/0/pointer"))
                .isEqualTo("/quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1", "0.0000000001", "\"many\"", "null"})
    void aQuantityThatIsNoneIsRefused(String quantity) {
        var answer = live.post("/v1/quotes", "{\"meter\": \"support.hours\", \"quantity\": " + quantity + "}");

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/quantity");
    }

    @Test
    void aQuantityWrittenWithAnExponentIsReadBackTheSame() {
        var made = live.post("/v1/quotes", "{\"meter\": \"transcode.cpu\", \"quantity\": 5.4E6}");

        assertThat(live.get("/v1/quotes/" + made.at("/id")).text()).isEqualTo(made.text());
    }

    @Test
    void theFirstQuestionOfANewTenantWaitsForItsSubscription() {
        var space = STAGE.newSpace();
        var asked = CompletableFuture.supplyAsync(() -> quote(STAGE.key(space, "*"), "support.hours", 1));

        Subscriber.of(STAGE, space, "starter", "EUR", Instant.now());

        assertThat(asked.join().status()).isEqualTo(201);
    }

    @Test
    void aTenantOfWhomBillingHasNotHeardTriesAgain() {
        var quote = quote(STAGE.key(STAGE.newSpace(), "*"), "support.hours", 1);

        assertThat(quote.code()).isEqualTo("subscriptions.subscription.not-yet");
        assertThat(quote.header("Retry-After")).isEqualTo("1");
    }

    private static Answer quote(Api as, String meter, long quantity) {
        return as.post("/v1/quotes", Map.of("meter", meter, "quantity", quantity));
    }
}
