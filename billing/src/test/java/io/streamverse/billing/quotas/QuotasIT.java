package io.streamverse.billing.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.metering.Usage;
import io.streamverse.events.quotas.AllowanceSet;
import io.streamverse.events.quotas.BudgetCounted;
import io.streamverse.events.quotas.QuotaEvent;
import io.streamverse.events.quotas.QuotaWarning;
import io.streamverse.events.quotas.UsageCounted;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class QuotasIT {
    private static final BillingStage STAGE = BillingStage.with(Map.of("test.heard", true));
    private static final Heard HEARD = STAGE.bean(Heard.class);
    private static final Metering METERING = STAGE.bean(Metering.class);
    private static final Recount RECOUNT = STAGE.bean(Recount.class);

    /// After this long even what never rests is counted.
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);
    private final TenantSpace live = STAGE.newSpace();
    private final TenantSpace test = TenantSpace.test(live.tenant());

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void eachThresholdIsWarnedOfOncePerPeriod() {
        begin("UTC", "CALENDAR", "2026-01-31T10:00:00Z", live);

        book(live, "a", "api.calls", 500_000);
        await(live, QuotaWarning.class, "api.calls", it -> it.percent() == 50);
        book(live, "b", "api.calls", 460_000);
        await(live, QuotaWarning.class, "api.calls", it -> it.percent() == 95);
        book(live, "c", "api.calls", 500_000);
        await(live, UsageCounted.class, "api.calls", it -> it.quantity().longValueExact() == 1_460_000);

        await(live, QuotaWarning.class, "api.calls", it -> it.percent() == 100);
        assertThat(HEARD.of(live, QuotaWarning.class, "api.calls"))
                .extracting(QuotaWarning::percent)
                .containsExactly(50, 80, 95, 100);
    }

    @Test
    void aPeriodEndsWithTheMonthWhereTheTenantIs() {
        begin("Pacific/Auckland", "CALENDAR", "2026-01-31T10:00:00Z", live);

        var set = await(live, AllowanceSet.class, "transcode.gpu", _ -> true);

        var zone = ZoneId.of("Pacific/Auckland");
        assertThat(set.periodTo().atZone(zone).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(set.periodTo().atZone(zone).getDayOfMonth()).isEqualTo(1);
        assertThat(set.laterEnds())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.atZone(zone).getDayOfMonth()).isEqualTo(1));
    }

    @Test
    void aPeriodMayEndOnTheDayOnWhichTheTenantBegan() {
        begin("UTC", "ANNIVERSARY", "2026-01-17T10:00:00Z", live);

        var set = await(live, AllowanceSet.class, "transcode.gpu", _ -> true);

        assertThat(set.periodTo()).asString().contains("-17T00:00:00Z");
    }

    @Test
    void theTestClocksNextMonthBeginsWithWholeAllowancesAndNoGrants() {
        begin("UTC", "CALENDAR", "2026-01-31T10:00:00Z", test);
        grant(test, "transcode.gpu", 100);
        book(test, "job/0", "transcode.gpu", 1_000);
        var before = await(
                test, AllowanceSet.class, "transcode.gpu", it -> it.granted().signum() > 0);
        await(test, UsageCounted.class, "transcode.gpu", it -> it.quantity().longValueExact() == 1_000);

        var to = before.periodTo().plus(1, ChronoUnit.HOURS);
        STAGE.key(test, "*").post("/v1/test-clock/advance", Map.of("to", to.toString()));

        var after = await(
                test, AllowanceSet.class, "transcode.gpu", it -> it.periodFrom().equals(before.periodTo()));
        var count = await(
                test, UsageCounted.class, "transcode.gpu", it -> it.periodFrom().equals(after.periodFrom()));
        assertThat(after.granted()).isEqualByComparingTo("0");
        assertThat(count.quantity()).isEqualByComparingTo("0");
    }

    @Test
    void aBudgetIsCountedWarnedOfAndLifted() {
        begin("UTC", "CALENDAR", "2026-01-31T10:00:00Z", live);
        budget(Map.of("amount", "60.00", "currency", "EUR"));

        var counted = await(live, BudgetCounted.class, "budget", BudgetCounted::capped);
        assertThat(counted.spent()).isEqualByComparingTo("49.00");
        await(live, QuotaWarning.class, "budget", it -> it.percent() == 80);
        book(live, "cdn", "delivery.bytes", 1_000_000_000_000L);

        await(live, BudgetCounted.class, "budget", it -> it.spent().compareTo(it.amount()) >= 0);
        STAGE.key(live, "*").get("/v1/budget");
        assertThat(STAGE.key(live, "*").get("/v1/budget").at("/reached")).isEqualTo("true");
        Api.send(STAGE.key(live, "*").request("PUT", "/v1/budget", Map.of()));
        await(live, BudgetCounted.class, "budget", it -> !it.capped());
    }

    /// A count holds exactly what it and the counts before it name, whoever books meanwhile.
    @Test
    void aCountNamesExactlyTheFactsItHolds() {
        begin("UTC", "CALENDAR", "2026-01-31T10:00:00Z", live);
        var begun = new AtomicInteger();
        try (var bookers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(_ -> bookers.execute(() -> bookUntilCountedThrice(begun)));
        }
        await(live, UsageCounted.class, "live.ingest", it -> it.quantity().intValueExact() == begun.get());

        var named = new HashSet<String>();
        var ordered = HEARD.of(live, UsageCounted.class, "live.ingest");
        assertThat(ordered).hasSizeGreaterThan(1).allSatisfy(it -> {
            assertThat(named).doesNotContainAnyElementsOf(it.facts());
            named.addAll(it.facts());
            assertThat(it.quantity()).isEqualByComparingTo(BigDecimal.valueOf(named.size()));
        });
    }

    @Test
    void grantsAreListedAndRefusedWhereTheyMeanNothing() {
        begin("UTC", "CALENDAR", "2026-01-31T10:00:00Z", live);
        grant(live, "transcode.gpu", 5);

        var list = STAGE.operator().get("/operator/v1/quota-grants?tenantId=" + live.tenant());
        var unknown = grantRequest(STAGE.newSpace(), "transcode.gpu", 5);
        var nothing = grantRequest(live, "nothing", 5);

        assertThat(list.at("/data/0/reason")).isEqualTo("a test");
        assertThat(STAGE.operator().post("/operator/v1/quota-grants", unknown).code())
                .isEqualTo("quotas.tenant.unknown");
        assertThat(STAGE.operator().post("/operator/v1/quota-grants", nothing).code())
                .isEqualTo("quotas.meter.unknown");
    }

    @Test
    void theFirstGrantOfANewTenantWaitsForItsSubscription() {
        var request = grantRequest(live, "transcode.gpu", 5);
        var asked = CompletableFuture.supplyAsync(() -> STAGE.operator().post("/operator/v1/quota-grants", request));

        begin("UTC", "CALENDAR", "2026-01-31T10:00:00Z", live);

        assertThat(asked.join().status()).isEqualTo(201);
    }

    private void bookUntilCountedThrice(AtomicInteger begun) {
        while (HEARD.of(live, UsageCounted.class, "live.ingest").size() < 3 && begun.get() < 100_000) {
            book(live, "job-" + begun.getAndIncrement() + "/0", "live.ingest", 1);
        }
    }

    /// As if the server had told of the tenant and its environment.
    private void begin(String zone, String reset, String startedAt, TenantSpace opened) {
        STAGE.run("""
                INSERT INTO billing.subscription (id, tenant_id, plan, currency, country, started_at, time_zone, reset)
                VALUES ('sub_%1$s', '%1$s', 'starter', 'EUR', 'FR', '%4$s', '%2$s', '%3$s')
                """.formatted(live.tenant(), zone, reset, startedAt));
        STAGE.run("""
                INSERT INTO billing.subscription_plan (tenant_id, from_at, plan) VALUES ('%s', '%s', 'starter')
                """.formatted(live.tenant(), startedAt));
        STAGE.run("INSERT INTO billing.quota_space (space, opened, news) VALUES ('%s', true, true)".formatted(opened));
    }

    private void budget(Map<String, Object> amount) {
        var put = STAGE.key(live, "*").request("PUT", "/v1/budget", Map.of("amount", amount));
        assertThat(Api.send(put).status()).isEqualTo(200);
    }

    private static void grant(TenantSpace space, String meter, long amount) {
        var answer = STAGE.operator().post("/operator/v1/quota-grants", grantRequest(space, meter, amount));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static Map<String, Object> grantRequest(TenantSpace space, String meter, long amount) {
        return Map.of(
                "tenantId",
                space.tenant().value(),
                "env",
                space.environment().label(),
                "meter",
                meter,
                "amount",
                amount,
                "reason",
                "a test");
    }

    private static void book(TenantSpace space, String id, String meter, long quantity) {
        METERING.book(
                List.of(new Usage(space, "test", id, meter, BigDecimal.valueOf(quantity), Instant.now(), Map.of())));
    }

    private static <E extends QuotaEvent> E await(TenantSpace space, Class<E> type, String meter, Predicate<E> wanted) {
        Eventually.is(type.getSimpleName() + " of " + meter, () -> {
            RECOUNT.run(Instant.now().plus(NOW_AND_THEN));
            return HEARD.of(space, type, meter).stream().anyMatch(wanted);
        });
        return HEARD.of(space, type, meter).stream().filter(wanted).findFirst().orElseThrow();
    }
}
