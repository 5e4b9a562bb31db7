package io.streamverse.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.metering.Usage;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Server and billing together: what billing decides and counts is what the server enforces.
class BillingDecidesIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Stage STAGE = Stage.shared();
    private static final Limits LIMITS = STAGE.server().getApplicationContext().getBean(Limits.class);
    private static final Metering METERING =
            STAGE.billing().getApplicationContext().getBean(Metering.class);
    private final TestTenant tenant = STAGE.tenant();

    @BeforeEach
    void billingHasHeardOfTheTenant() {
        var told = "SELECT count(*) FROM %s.quota WHERE allowance_revision > 0"
                .formatted(tenant.liveSpace().schema());
        Eventually.is("billing has told the server", () -> !"0".equals(STAGE.ask(told)));
    }

    @Test
    void aNewTenantHasItsPlansAllowancesWhenSignUpAnswersAndItsTestEnvironmentToo() {
        var live = quota(tenant.live(), "transcode.gpu");
        var test = quota(tenant.test(), "transcode.gpu");

        assertThat(live.at("/allowance/plan").asLong()).isEqualTo(60_000_000);
        assertThat(live.at("/enforcement").asText()).isEqualTo("hard");
        assertThat(live.at("/remaining").asLong()).isEqualTo(60_000_000);
        assertThat(Instant.parse(live.at("/resetsAt").asText())).isAfter(Instant.now());
        assertThat(test.at("/allowance/plan")).isEqualTo(live.at("/allowance/plan"));
    }

    @Test
    void whatIsBookedIsCountedAndWhatWasSettledForItIsNotCountedTwice() {
        var held = reserve("transcode.gpu", 10_000_000, "job_1");
        TenantContext.run(tenant.liveSpace(), () -> LIMITS.settle(held.id(), BigDecimal.valueOf(9_000_000)));
        assertThat(quota(tenant.live(), "transcode.gpu")
                        .at("/used/settledSince")
                        .asLong())
                .isEqualTo(9_000_000);

        book("job_1/0", "transcode.gpu", 9_000_000);

        await("transcode.gpu", it -> it.at("/used/counted").asLong() == 9_000_000);
        assertThat(quota(tenant.live(), "transcode.gpu").at("/used/total").asLong())
                .isEqualTo(9_000_000);
    }

    @Test
    void aGrantIsThereOnceHoweverOftenItIsAskedFor() {
        var wanted = wanted("transcode.gpu", Map.of("amount", 500, "reason", "sorry"));
        var once = STAGE.operator().with("Idempotency-Key", "grant-of-" + tenant.id());

        assertThat(once.post("/operator/v1/quota-grants", wanted).status()).isEqualTo(201);
        once.post("/operator/v1/quota-grants", wanted);

        await("transcode.gpu", it -> it.at("/allowance/grants").asLong() == 500);
        assertThat(quota(tenant.live(), "transcode.gpu").at("/allowance/total").asLong())
                .isEqualTo(60_000_500);
        assertThat(STAGE.operator()
                        .get("/operator/v1/quota-grants?tenantId=" + tenant.id())
                        .body()
                        .at("/data"))
                .hasSize(1);
    }

    @Test
    void theOperatorMayIncludeSomethingElse() {
        put("/operator/v1/quota-overrides", wanted("transcode.gpu", Map.of("amount", 7)));

        await("transcode.gpu", it -> it.at("/allowance/override").asLong() == 7);
        assertThat(quota(tenant.live(), "transcode.gpu").at("/allowance/total").asLong())
                .isEqualTo(7);
    }

    @Test
    void aTenantMayAskForAHardCapOnDeliveryAndMayNotSoftenThePlan() {
        var hardened = tenant.live().patch("/v1/quotas/delivery.bytes", Map.of("enforcement", "hard"));
        var refused = tenant.live().patch("/v1/quotas/transcode.gpu", Map.of("enforcement", "soft"));

        assertThat(hardened.at("/enforcement")).isEqualTo("hard");
        await("delivery.bytes", it -> it.at("/enforcement").asText().equals("hard"));
        assertThat(refused.code()).isEqualTo("quotas.enforcement.fixed");
        assertThat(tenant.live()
                        .patch("/v1/quotas/nothing", Map.of("enforcement", "hard"))
                        .code())
                .isEqualTo("quotas.quota.unknown");
    }

    @Test
    void aSpentBudgetStopsHardMeters() {
        var answer = put(tenant.live(), "/v1/budget", Map.of("amount", Map.of("amount", "0.00", "currency", "EUR")));

        assertThat(answer.at("/reached")).as("nothing is spent already").isEqualTo("true");
        Eventually.within(
                SOON,
                "the server knows",
                () -> tenant.live().get("/v1/quotas").at("/budget/reached").equals("true"));
        assertThat(put(tenant.live(), "/v1/budget", Map.of("amount", Map.of("amount", "10.00", "currency", "USD")))
                        .code())
                .isEqualTo("quotas.budget.currency");
    }

    @Test
    void anotherPlanIsAnotherAllowance() {
        var path = "/operator/v1/tenants/" + tenant.id();
        STAGE.operator().patch(path, Map.of("plan", "growth"));

        await("transcode.gpu", it -> it.at("/allowance/plan").asLong() > 60_000_000);
    }

    private Reservation reserve(String meter, long amount, String reference) {
        return TenantContext.call(tenant.liveSpace(), () -> LIMITS.reserve(Ground.claim(meter, amount, reference)));
    }

    private void book(String id, String meter, long quantity) {
        METERING.book(List.of(new Usage(
                tenant.liveSpace(), "media", id, meter, BigDecimal.valueOf(quantity), Instant.now(), Map.of())));
    }

    private void await(String meter, Predicate<JsonNode> condition) {
        Eventually.within(SOON, meter, () -> condition.test(quota(tenant.live(), meter)));
    }

    private static JsonNode quota(Api api, String meter) {
        return api.get("/v1/quotas")
                .body()
                .get("data")
                .valueStream()
                .filter(it -> it.get("meter").textValue().equals(meter))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> wanted(String meter, Map<String, Object> more) {
        var all = new HashMap<String, Object>(more);
        all.putAll(Map.of("tenantId", tenant.id().value(), "env", "live", "meter", meter));
        return all;
    }

    private static void put(String path, Object body) {
        assertThat(put(STAGE.operator(), path, body).status()).isEqualTo(200);
    }

    private static Answer put(Api api, String path, Object body) {
        return Api.send(api.request("PUT", path, body));
    }
}
