package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An export whose reader takes its time.
class SlowReaderIT {
    private static final int ENTRIES = 200_000;
    private static final int BATCH = 10_000;

    /// All of it as text is sixty.
    private static final int MOST_MEGABYTES = 12;

    /// The database has waited for more questions since half a second.
    private static final String RESTING = """
            SELECT count(*) FROM pg_stat_activity
            WHERE query LIKE '%billing.ledger e JOIN%' AND datname = current_database() AND pid <> pg_backend_pid()
              AND wait_event = 'ClientRead' AND clock_timestamp() - state_change > interval '500 ms'
            """;

    private static final String OPEN = """
            SELECT count(*) FROM pg_stat_activity
            WHERE query LIKE '%billing.ledger e JOIN%' AND datname = current_database() AND pid <> pg_backend_pid()
            """;
    private final BillingStage stage = BillingStage.shared();
    private final TenantSpace space = stage.customer();

    /// Whole seconds: PostgreSQL rounds what is finer than it keeps.
    private final Instant from = Instant.now().minus(Duration.ofHours(10)).truncatedTo(ChronoUnit.SECONDS);

    /// The first export of a JVM leaves things behind that the next finds.
    @BeforeEach
    void book() throws IOException, InterruptedException {
        for (int first = 0; first < ENTRIES; first += BATCH) {
            stage.bean(Metering.class).book(batch(first));
        }
        stage.run("ANALYZE billing.ledger");
        try (var lines = export(from.plusSeconds(100))) {
            assertThat(lines.lines()).hasSize(1_000);
        }
    }

    @Test
    void rowsWaitInTheDatabaseAndNotInMemoryUntilTheReaderTakesThemOrLeaves() throws IOException, InterruptedException {
        var before = liveMegabytes();

        try (var lines = export(Instant.now())) {
            lines.readLine();
            Eventually.is("nobody asks for more", () -> "1".equals(stage.ask(RESTING)));
            assertThat(liveMegabytes() - before).isLessThan(MOST_MEGABYTES);
            assertThat(lines.lines()).hasSize(ENTRIES - 1);
        }
        Eventually.is("the connection is free", () -> "0".equals(stage.ask(OPEN)));

        try (var lines = export(Instant.now())) {
            lines.readLine();
            Eventually.is("nobody asks for more", () -> "1".equals(stage.ask(RESTING)));
        }
        Eventually.is("the connection is free", () -> "0".equals(stage.ask(OPEN)));
    }

    private BufferedReader export(Instant to) throws IOException, InterruptedException {
        var address = "/v1/usage/export?format=jsonl&from=%s&to=%s".formatted(from, to);
        var answer = Api.http().send(stage.key(space, "*").request("GET", address, ""), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private List<Usage> batch(int first) {
        return IntStream.range(first, first + BATCH)
                .mapToObj(it -> new Usage(
                        space,
                        "test",
                        "%0150d".formatted(it),
                        "delivery.bytes",
                        BigDecimal.valueOf(it),
                        from.plusMillis(it * 100L),
                        Map.of("via", "edge")))
                .toList();
    }

    private static long liveMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
