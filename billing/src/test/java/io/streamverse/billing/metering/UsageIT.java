package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageIT {
    private final BillingStage stage = BillingStage.shared();
    private final TenantSpace space = stage.customer();
    private final Instant hour = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);

    @Test
    void everyMeterThatATenantMaySeeHasARow() {
        var meters = get("/v1/usage").body().findValuesAsText("meter");

        assertThat(meters).contains("api.calls", "storage", "support.hours").doesNotContain("transcode.device");
    }

    @Test
    void theOperatorsMetersStayHidden() {
        book("device", "transcode.device", "7", hour, Map.of("accelerator", "gpu"));

        assertThat(get("/v1/usage?meter=transcode.device").code()).isEqualTo("usage.meter.unknown");
        assertThat(get("/v1/usage?groupBy=dimension").text()).doesNotContain("transcode.device");
        assertThat(get("/v1/usage/export?format=jsonl").text()).isEmpty();
    }

    @Test
    void usageIsAskedForByHourDayAndDimension() {
        book("a", "delivery.bytes", "10", hour.plusSeconds(1), Map.of("via", "edge"));
        book("b", "delivery.bytes", "5", hour.plus(Duration.ofHours(1)), Map.of("via", "server"));

        assertThat(quantities("hour")).containsExactly("10", "5");
        assertThat(quantities("dimension")).containsExactly("10", "5");
        assertThat(get(asked("dimension")).at("/data/0/dimensions/via")).isEqualTo("edge");
        assertThat(sum("day")).isEqualByComparingTo("15");
    }

    @Test
    void aLevelByTheHourAddsUpToTheWhole() {
        book("stored", "storage", "1000000007", hour.plusSeconds(1234), Map.of("class", "original"));

        var byHour = get("/v1/usage?meter=storage&groupBy=hour" + span());
        var whole = get("/v1/usage?meter=storage" + span())
                .body()
                .at("/data/0/quantity")
                .decimalValue();

        var sum = byHour.body().findValues("quantity").stream()
                .map(it -> it.decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.subtract(whole).abs()).isLessThan(new BigDecimal("0.00000001"));
    }

    @Test
    void inTestTheLedgerFollowsTheTestClock() {
        var test = TenantSpace.test(space.tenant());
        var key = stage.key(test, "*");
        var metering = stage.bean(Metering.class);
        metering.book(List.of(stored(test, "before")));
        key.post(
                "/v1/test-clock/advance",
                Map.of("to", hour.plus(Duration.ofDays(100)).toString()));
        Eventually.is(
                "the step is taken",
                () -> key.get("/v1/test-clock").at("/state").equals("ready"));

        var held = key.get("/v1/usage?meter=storage&from=%s&to=%s".formatted(hour, hour.plus(Duration.ofDays(200))));
        var late = metering.book(List.of(stored(test, "late"))).getFirst();

        assertThat(held.body().at("/data/0/quantity").decimalValue())
                .isBetween(new BigDecimal(1_000 * 2_400), new BigDecimal(1_000 * 2_401));
        assertThat(late.problem()).isEqualTo("usage.too-late");
    }

    private Usage stored(TenantSpace test, String id) {
        return new Usage(test, "test", id, "storage", new BigDecimal(1_000), hour, Map.of("class", "original"));
    }

    @Test
    void whatIsAskedWronglyIsRefused() {
        assertThat(get("/v1/usage?groupBy=moon").status()).isEqualTo(422);
        assertThat(get("/v1/usage?meter=moon").code()).isEqualTo("usage.meter.unknown");
        assertThat(get("/v1/usage?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z")
                        .status())
                .isEqualTo(422);
        assertThat(get("/v1/usage?from=2020-01-01T00:00:00Z&groupBy=hour").status())
                .isEqualTo(422);
        assertThat(get("/v1/usage?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void allOfHistoryCanBeAskedFor() {
        var far = stage.customer("Asia/Kathmandu");
        stage.bean(Metering.class)
                .book(List.of(
                        new Usage(far, "test", "a", "storage", BigDecimal.TEN, hour, Map.of("class", "original"))));
        var path = "/v1/usage?from=0001-01-01T00:00:00Z&to=9999-12-31T00:00:00Z";

        assertThat(stage.key(far, "*").get(path).status()).isEqualTo(200);
        assertThat(stage.key(far, "*").get(path + "&groupBy=dimension").status())
                .isEqualTo(200);
    }

    @Test
    void aKeyNeedsTheScope() {
        assertThat(stage.key(space, "branding:read").get("/v1/usage").status()).isEqualTo(403);
        assertThat(stage.key(space, "branding:read").get("/v1/usage/export").status())
                .isEqualTo(403);
    }

    @Test
    void anotherTenantsUsageIsNotThere() {
        book("a", "delivery.bytes", "10", hour, Map.of("via", "edge"));

        var stranger = stage.key(stage.customer(), "*");

        assertThat(stranger.get("/v1/usage?meter=delivery.bytes" + span()).at("/data/0/quantity"))
                .isEqualTo("0");
        assertThat(stranger.get("/v1/usage/export?format=jsonl" + span()).text())
                .isEmpty();
    }

    @Test
    void anExportHoldsEveryEntryInOrder() {
        var usages = IntStream.range(0, 5_000)
                .mapToObj(i -> usage("e" + i, "api.calls", "1", hour.plusMillis(i), Map.of()))
                .toList();
        stage.bean(Metering.class).book(usages);

        var csv =
                get("/v1/usage/export?meter=api.calls" + span()).text().lines().toList();

        assertThat(csv).hasSize(5_001);
        assertThat(csv.getFirst()).isEqualTo("at,meter,quantity,source,id,dimensions,reason,bookedOn");
        assertThat(csv.get(1)).startsWith(hour + ",api.calls,1,test,e0,");
    }

    @Test
    void whoAcceptsCommasOrLinesGetsTheRows() {
        book("a", "delivery.bytes", "10", hour, Map.of("via", "edge"));
        var key = stage.key(space, "usage:read");

        var commas = key.with("Accept", "text/csv").get(asked("dimension"));
        var lines = key.with("Accept", "application/x-ndjson").get(asked("hour"));

        assertThat(commas.header("Content-Type")).startsWith("text/csv");
        assertThat(commas.text().lines())
                .containsExactly(
                        "meter,unit,quantity,freshness,at,dimensions",
                        "delivery.bytes,bytes,10,PT5S,,\"{\"\"via\"\":\"\"edge\"\"}\"");
        assertThat(lines.text()).isEqualTo("""
                        {"meter":"delivery.bytes","unit":"bytes","quantity":10,"freshness":"PT5S","at":"%s"}
                        """.formatted(hour));
        assertThat(key.with("Accept", "image/png").get(asked("hour")).status()).isEqualTo(406);
    }

    @Test
    void aSpreadsheetFindsNoFormula() {
        book("=HYPERLINK(1)", "support.hours", "1", hour, Map.of("note", "@SUM(1)"));

        var csv = get("/v1/usage/export?format=csv" + span()).text();

        assertThat(csv).contains(",'=HYPERLINK(1),").contains("\"{\"\"note\"\":\"\"@SUM(1)\"\"}\"");
    }

    private String asked(String groupBy) {
        return "/v1/usage?meter=delivery.bytes&groupBy=" + groupBy + span();
    }

    private String span() {
        return "&from=%s&to=%s".formatted(hour, hour.plus(Duration.ofHours(2)));
    }

    private List<String> quantities(String groupBy) {
        return get(asked(groupBy)).body().findValuesAsText("quantity");
    }

    private BigDecimal sum(String groupBy) {
        return quantities(groupBy).stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Answer get(String path) {
        return stage.key(space, "usage:read").get(path);
    }

    private void book(String id, String meter, String quantity, Instant at, Map<String, String> dimensions) {
        stage.bean(Metering.class).book(List.of(usage(id, meter, quantity, at, dimensions)));
    }

    private Usage usage(String id, String meter, String quantity, Instant at, Map<String, String> dimensions) {
        return new Usage(space, "test", id, meter, new BigDecimal(quantity), at, dimensions);
    }
}
