package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import io.streamverse.billing.BillingStage;
import io.streamverse.events.usage.LiveIngested;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How soon a fact is in the sums, and how soon the sums of a month of ten million entries are told.
@Tag("bench")
class UsageBenchIT {
    private static final int ENTRIES = 10_000_000;
    private static final int BATCH = 10_000;
    private static final int FACTS = 200;
    private static final int WARM_UP = 20;
    private static final int QUESTIONS = 200;
    private static final int BETWEEN_LOOKS = 500_000;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final List<String> METERS = List.of("delivery.bytes", "delivery.minutes", "live.ingest", "storage");
    private final BillingStage stage = BillingStage.shared();
    private final Metering metering = stage.bean(Metering.class);
    private final TenantSpace space = stage.customer();
    private final Instant now = Instant.now();

    @Test
    void aFactIsSoonInTheSums() {
        var took = new long[FACTS];
        for (int i = 0; i < FACTS; i++) {
            var expected = BigDecimal.valueOf(i + 1);
            var start = System.nanoTime();
            tell(new LiveIngested("liv_" + i, 1, Instant.now()));
            Eventually.is("it is summed", () -> expected.compareTo(total("live.ingest")) == 0);
            took[i] = System.nanoTime() - start;
        }

        Measurement.report(measured("event-to-sum", took, Duration.ofSeconds(2)));
    }

    @Test
    void aMonthOfTenMillionEntriesIsToldAtOnceAndExportedInLittleMemory() throws IOException, InterruptedException {
        var start = System.nanoTime();
        for (int i = 0; i < ENTRIES; i += BATCH) {
            metering.book(batch(i));
        }
        System.out.printf("booked %.0f/s%n", ENTRIES * 1e9 / (System.nanoTime() - start));
        stage.run("ANALYZE");

        for (int i = 0; i < WARM_UP; i++) {
            metering.totals(space, now.minus(MONTH), now);
        }

        var whole = new long[QUESTIONS];
        var asked = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            var from = System.nanoTime();
            metering.totals(space, now.minus(MONTH), now);
            whole[i] = System.nanoTime() - from;
            from = System.nanoTime();
            assertThat(stage.key(space, "*")
                            .get("/v1/usage?from=%s&to=%s".formatted(now.minus(MONTH), now))
                            .status())
                    .isEqualTo(200);
            asked[i] = System.nanoTime() - from;
        }

        Measurement.report(
                measured("month-totals", whole, Duration.ofMillis(50)),
                measured("month-usage", asked, Duration.ofMillis(50)));
        Measurement.report(exported());
    }

    /// What lives in the heap while all of it is read, over what lived there before.
    private Measurement exported() throws IOException, InterruptedException {
        var address = "/v1/usage/export?format=csv&from=%s&to=%s"
                .formatted(now.minus(MONTH.multipliedBy(2)), now.plusSeconds(1));
        var before = liveMegabytes();
        var most = before;
        var lines = 0L;
        var start = System.nanoTime();
        try (var body = new BufferedReader(new InputStreamReader(
                Api.http()
                        .send(stage.key(space, "*").request("GET", address, ""), BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            while (body.readLine() != null) {
                if (++lines % BETWEEN_LOOKS == 0) {
                    most = Math.max(most, liveMegabytes());
                }
            }
        }
        var rounds = new Rounds();
        rounds.add(Map.of("lines", (double) lines, "lines per second", lines * 1e9 / (System.nanoTime() - start)));
        assertThat(lines).isGreaterThan(ENTRIES);
        return Measurement.atMost("export-heap", (double) (most - before), "MB", 16, rounds);
    }

    private static long liveMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private List<Usage> batch(int first) {
        var batch = new ArrayList<Usage>(BATCH);
        for (int i = first; i < first + BATCH; i++) {
            var meter = METERS.get(i % METERS.size());
            var at = now.minus(MONTH.multipliedBy(i).dividedBy(ENTRIES)).minusSeconds(i % 600);
            batch.add(new Usage(
                    space, "bench", "id_%09d".formatted(i), meter, BigDecimal.valueOf(i), at, dimensions(meter, i)));
        }
        return batch;
    }

    private static Map<String, String> dimensions(String meter, int number) {
        return switch (meter) {
            case "storage" ->
                Map.of("class", List.of("original", "rendition", "recording").get(number % 3));
            case "live.ingest" -> Map.of();
            default -> Map.of("via", number % 3 == 0 ? "edge" : "server");
        };
    }

    private BigDecimal total(String meter) {
        return metering.totals(space, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)))
                .getOrDefault(meter, BigDecimal.ZERO);
    }

    @SuppressWarnings("unchecked")
    private void tell(LiveIngested fact) {
        TransactionOperations<Connection> transactions = stage.bean(TransactionOperations.class);
        transactions.executeWrite(_ -> {
            stage.bean(Outbox.class).add(space, fact);
            return fact;
        });
    }

    private static Measurement measured(String name, long[] nanos, Duration goal) {
        Arrays.sort(nanos);
        var rounds = new Rounds();
        rounds.add(Map.of(name + " p50 ms", nanos[nanos.length / 2] / 1e6));
        return Measurement.atMost(
                name + "-p99", nanos[nanos.length * 99 / 100] / 1e6, "ms", (double) goal.toMillis(), rounds);
    }
}
