package io.streamverse.billing.margins;

import static io.streamverse.billing.plans.SomeOffer.anOffer;
import static io.streamverse.billing.plans.SomeOffer.beyond;
import static io.streamverse.billing.plans.SomeOffer.price;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.streamverse.billing.BillingStage;
import io.streamverse.billing.Subscriber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MarginsIT {
    private static final BillingStage STAGE = BillingStage.shared();
    private final Instant now = Instant.now();
    private final YearMonth lastMonth =
            YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(1);
    private final Instant longAgo = now.minus(Duration.ofDays(100));
    private final Instant inLastMonth = lastMonth.atEndOfMonth().atTime(12, 0).toInstant(ZoneOffset.UTC);

    @Test
    void ofEachMeterRevenueCostAndMarginAreSeen() {
        var tenant = Subscriber.of(STAGE, "starter", "EUR", longAgo);
        tenant.use(tenant.live(), "support.hours", "3", now);
        tenant.use(tenant.live(), "transcode.device", "7200000", now);

        var usage = usageOf(tenant, "");

        assertThat(usage.at("/lines"))
                .extracting(MarginsIT::brief)
                .containsExactlyInAnyOrder(
                        "base-fee 49.00 0.00 49.00",
                        "support.hours 360.00 135.00 225.00",
                        "transcode.device 0.00 0.60 -0.60");
        assertThat(usage.at("/revenue/amount").asText()).isEqualTo("409.00");
        assertThat(usage.at("/margin/amount").asText()).isEqualTo("273.40");
    }

    @Test
    void whatADeviceCostsDependsOnWhichItIs() {
        STAGE.operator()
                .post(
                        "/operator/v1/cost-rates",
                        Map.of(
                                "meter", "transcode.device",
                                "currency", "EUR",
                                "dimensions", Map.of("accelerator", "gpu"),
                                "validFrom", "2000-01-01T00:00:00Z",
                                "price", "0.90",
                                "per", 3_600_000));
        var tenant = Subscriber.of(STAGE, "starter", "EUR", longAgo);
        tenant.use(tenant.live(), "transcode.device", "3600000", now, Map.of("accelerator", "gpu"));
        tenant.use(tenant.live(), "transcode.device", "3600000", now, Map.of("accelerator", "cpu"));

        assertThat(usageOf(tenant, "").at("/lines"))
                .extracting(MarginsIT::brief)
                .contains("transcode.device 0.00 1.20 -1.20");
    }

    @Test
    void theTestEnvironmentBringsNothing() {
        var tenant = Subscriber.of(STAGE, "starter", "EUR", longAgo);
        tenant.use(tenant.test(), "support.hours", "3", now);

        assertThat(usageOf(tenant, "").at("/revenue/amount").asText()).isEqualTo("49.00");
    }

    @Test
    void aPastMonthHoldsWhatWasUsedInItAndTenantsOfThatTime() {
        var old = Subscriber.of(STAGE, "starter", "EUR", longAgo);
        var young = Subscriber.of(STAGE, "starter", "EUR", now);
        old.use(old.live(), "support.hours", "1", inLastMonth);
        old.use(old.live(), "support.hours", "5", now);

        var usage = usageOf(old, "&month=" + lastMonth);

        assertThat(usage.at("/revenue/amount").asText()).isEqualTo("169.00");
        assertThat(OffsetDateTime.parse(usage.at("/from").asText()).toLocalDate())
                .isEqualTo(lastMonth.atDay(1));
        assertThat(usageOf(young, "&month=" + lastMonth).isMissingNode()).isTrue();
    }

    @Test
    void theExportHoldsARowForEachLineOfEveryTenant() {
        var tenant = Subscriber.of(STAGE, "growth", "USD", longAgo);
        tenant.use(tenant.live(), "support.hours", "2", now);

        var csv = STAGE.operator().get("/operator/v1/usage/export");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).startsWith("tenantId,plan,planVersion,from,to,code,unit,quantity,currency,revenue,cost");
        assertThat(csv.text()
                        .lines()
                        .filter(it -> it.startsWith(tenant.live().tenant().value())))
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).endsWith(",base-fee,,1,USD,539.00,0.00,539.00"))
                .anySatisfy(it -> assertThat(it).endsWith(",support.hours,hours,2,USD,240.00,98.00,142.00"));
    }

    @Test
    void aPreviewShowsWhatLastMonthWouldHaveCost() {
        STAGE.operator()
                .post(
                        "/operator/v1/plans",
                        anOffer()
                                .priced(price("support.hours", "graduated", beyond("100")))
                                .with("code", "previewed")
                                .with("name", "Previewed")
                                .with("description", "")
                                .json());
        var tenant = Subscriber.of(STAGE, "previewed", "EUR", longAgo);
        tenant.use(tenant.live(), "support.hours", "2.5", inLastMonth);
        tenant.use(tenant.live(), "support.hours", "7", now);

        var answer = STAGE.operator()
                .post(
                        "/operator/v1/plans/previewed/previews",
                        anOffer()
                                .priced(price("support.hours", "graduated", beyond("90")))
                                .json());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/data/0/tenantId"))
                .isEqualTo(tenant.live().tenant().value());
        assertThat(answer.at("/data/0/oldTotal/amount")).isEqualTo("260.00");
        assertThat(answer.at("/data/0/newTotal/amount")).isEqualTo("235.00");
        assertThat(answer.at("/data/0/difference/amount")).isEqualTo("-25.00");
        assertThat(STAGE.operator().get("/operator/v1/plans/previewed").body().get("versions"))
                .hasSize(1);
    }

    @Test
    void thePreviewOfOneKeyIsOneAnswer() {
        var price = price("support.hours", "graduated", beyond("90"));
        var plan = anOffer()
                .priced(price)
                .with("code", "once")
                .with("name", "Once")
                .with("description", "");
        STAGE.operator().post("/operator/v1/plans", plan.json());
        var offer = anOffer().priced(price);
        var once = STAGE.operator().with("Idempotency-Key", "preview-once");
        var path = "/operator/v1/plans/once/previews";

        var first = once.post(path, offer.json());
        Subscriber.of(STAGE, "once", "EUR", longAgo);

        assertThat(once.post(path, offer.json()).text()).isEqualTo(first.text());
        assertThat(once.post(path, anOffer().json()).code()).isEqualTo("idempotency.key.reused");
    }

    @Test
    void aPreviewIsCheckedLikeAVersion() {
        var answer = STAGE.operator()
                .post(
                        "/operator/v1/plans/starter/previews",
                        anOffer().priced(price("nonsense", "graduated")).json());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("/terms/0/prices/0/meter", "/terms/0/prices/0/tiers", "lacks USD");
    }

    @Test
    void onlyTheOperatorSeesIt() {
        var key = STAGE.key(Subscriber.of(STAGE, "starter", "EUR", now).live(), "*");

        assertThat(key.get("/operator/v1/usage").code()).isEqualTo("keys.key.not-operator");
        assertThat(STAGE.operator().get("/operator/v1/usage?month=2026").status())
                .isEqualTo(422);
    }

    private static JsonNode usageOf(Subscriber tenant, String query) {
        var answer = STAGE.operator().get("/operator/v1/usage?limit=100" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.body().get("data").spliterator(), false)
                .filter(it -> it.get("tenantId")
                        .asText()
                        .equals(tenant.live().tenant().value()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String brief(JsonNode line) {
        return "%s %s %s %s"
                .formatted(
                        line.at("/code").asText(),
                        line.at("/revenue/amount").asText(),
                        line.at("/cost/amount").asText(),
                        line.at("/margin/amount").asText());
    }
}
