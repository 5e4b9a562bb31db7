package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.streamverse.billing.BillingStage;
import io.streamverse.billing.metering.Booked.Status;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerIT {
    private static final int THREADS = 12;
    private final BillingStage stage = BillingStage.shared();
    private final Metering metering = stage.bean(Metering.class);
    private final TenantSpace space = stage.customer();
    private final Instant now = Instant.now();

    @Test
    void whatManyTellAtOnceIsBookedOnce() throws Exception {
        var same = IntStream.range(0, 200).mapToObj(i -> usage("id" + i, "1")).toList();

        var accepted = atOnce(() -> metering.book(same).stream()
                .filter(it -> it.status() == Status.ACCEPTED)
                .count());

        assertThat(accepted.stream().mapToLong(it -> it).sum()).isEqualTo(200);
        assertThat(metering.totals(space, now.minusSeconds(60), now.plusSeconds(60))
                        .get("live.ingest"))
                .isEqualByComparingTo("200");
        assertThat(verify().at("/intact")).isEqualTo("true");
    }

    @Test
    void anEntryThatIsChangedAfterwardsIsFound() {
        metering.book(List.of(usage("a", "1"), usage("b", "2"), usage("c", "3")));

        stage.run("UPDATE billing.ledger SET quantity = 1 WHERE id = 'b' AND space = " + number());

        assertThat(verify().at("/intact")).isEqualTo("false");
        assertThat(verify().at("/days/0/fault")).isEqualTo("entry 2 is not what was booked");
    }

    @Test
    void anEntryThatIsTakenAwayIsFoundAndDoesNotAddUp() {
        metering.book(List.of(usage("a", "1"), usage("b", "2")));
        var job = stage.bean(AddsUp.class);
        job.run(now);
        var before = unaccounted();

        stage.run("DELETE FROM billing.ledger WHERE id = 'b' AND space = " + number());
        job.run(now);

        assertThat(verify().at("/days/0/fault")).isEqualTo("2 entries were booked, 1 are there");
        assertThat(unaccounted()).isEqualTo(before + 1);
    }

    @Test
    void usageThatCouldNotBeTakenIsNotForgotten() {
        var job = stage.bean(AddsUp.class);
        job.run(now);
        var before = unaccounted();

        stage.run(
                "INSERT INTO plumbing.dead_letter (id, consumer, event_id, topic, key, type, tenant, environment, payload, "
                        + "trace, event_at, reason, attempts, at) VALUES ('dle_x', 'billing.metering', 'evt_x', 'usage.v1', 'k', "
                        + "'BytesStored', 'ten_x', 'live', '{}', '', now(), 'a test', 5, now())");
        job.run(now);
        var meanwhile = unaccounted();
        stage.run("DELETE FROM plumbing.dead_letter WHERE id = 'dle_x'");
        job.run(now);

        assertThat(meanwhile).isEqualTo(before + 1);
        assertThat(unaccounted()).isEqualTo(before);
    }

    @Test
    void usageThatNobodyTookAndThatWaitsNoMoreIsMissed() {
        var job = stage.bean(AddsUp.class);
        var before = unaccounted(job);
        stage.run("INSERT INTO plumbing.outbox (event_id, topic, key, type, tenant, environment, payload, trace, at) "
                + "VALUES ('evt_lost', 'usage.v1', 'k', 'LiveIngested', '%s', 'live', '{', '', now())"
                        .formatted(space.tenant()));
        Eventually.is(
                "it is a dead letter",
                () -> stage.ask("SELECT id FROM plumbing.dead_letter WHERE event_id = 'evt_lost'") != null);
        assertThat(unaccounted(job)).as("it is pending").isEqualTo(before + 1);

        stage.run("DELETE FROM plumbing.dead_letter WHERE event_id = 'evt_lost'");
        assertThat(unaccounted(job)).as("it is lost").isEqualTo(before + 1);

        stage.run("INSERT INTO plumbing.inbox VALUES ('billing.metering', 'evt_lost', '')");
        assertThat(unaccounted(job)).as("it was taken").isEqualTo(before);
    }

    @Test
    void sumsThatWereSpoiledAreMadeAnew() {
        metering.book(List.of(usage("a", "1"), usage("b", "2")));
        stage.run("UPDATE billing.usage_hour SET quantity = 99 WHERE space = " + number());

        var answer = stage.operator()
                .post(
                        "/operator/v1/ledger/rederivation",
                        Map.of(
                                "tenantId", space.tenant().value(),
                                "env", "live",
                                "from", now.minusSeconds(60).toString(),
                                "to", now.plusSeconds(60).toString()));

        assertThat(answer.at("/entries")).isEqualTo("2");
        assertThat(metering.totals(space, now.minusSeconds(60), now.plusSeconds(60))
                        .get("live.ingest"))
                .isEqualByComparingTo("3");
    }

    @Test
    void monthsAreMadeAhead() {
        var inTwoYears = Instant.parse("2028-11-20T10:00:00Z");

        stage.bean(MakeMonths.class).run(inTwoYears);
        stage.bean(MakeMonths.class).run(inTwoYears);

        assertThat(stage.ask("SELECT to_regclass('billing.ledger_2029_02')")).isNotNull();
    }

    private double unaccounted(AddsUp job) {
        job.run(now.plusSeconds(120));
        return unaccounted();
    }

    private double unaccounted() {
        return stage.bean(MeterRegistry.class)
                .get("streamverse.usage.unaccounted")
                .gauge()
                .value();
    }

    private Answer verify() {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return stage.operator()
                .get("/operator/v1/ledger/verification?tenantId=%s&from=%s&to=%s"
                        .formatted(space.tenant(), today, today.plusDays(1)));
    }

    private String number() {
        return String.valueOf(stage.ask("SELECT id FROM billing.ledger_space WHERE tenant = '" + space.tenant() + "'"));
    }

    private Usage usage(String id, String quantity) {
        return new Usage(space, "live", id, "live.ingest", new BigDecimal(quantity), now, Map.of());
    }

    private static <T> List<T> atOnce(Callable<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var results = new ArrayList<T>();
            for (Future<T> it : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                results.add(it.get());
            }
            return results;
        }
    }
}
