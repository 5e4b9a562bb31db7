package io.streamverse.bench;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What tenants cost each other: a read among ten and among very many, how long another one takes to make, what they
/// take of memory, and how long a new release needs for all of them. `-Dbench.tenants=` says how many; they live in as
/// many databases as that takes.
@Tag("bench")
class ManyTenantsIT {
    private static final int FEW = 10;
    private static final int MANY = Integer.getInteger("bench.tenants", 1_000);
    private static final int MOST_IN_ONE = 1_500;
    private static final int DATABASES = Math.ceilDiv(MANY, MOST_IN_ONE);
    private static final int KEPT = 20 / DATABASES;
    private static final int AT_ONCE = 2;
    private static final int CONNECTIONS = 16;
    private static final int READS_PER_SECOND = 400;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final String CHECK = "server.tenants.migrate";
    private static final Path BENCH = Path.of("target/test-classes").toAbsolutePath();
    private static final Path DATA = StandaloneProcess.newFolder();

    @AfterAll
    static void discard() {
        StandaloneProcess.discard(DATA);
    }

    @Test
    void manyTenantsCostEachOtherLittle() throws Exception {
        var rounds = new Rounds();
        var once = new LinkedHashMap<String, Double>();
        try (var standalone = start(BENCH)) {
            var few = made(standalone, 0, FEW);
            var began = System.nanoTime();
            var many = new ArrayList<>(few);
            many.addAll(made(standalone, FEW, MANY));
            once.put("making, ms each", millis(System.nanoTime() - began) / (MANY - FEW));
            standalone.load(CONNECTIONS).run(reads(few), WARM_UP);
            standalone.load(CONNECTIONS).run(reads(many), WARM_UP);
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(standalone, few, many));
            }
            var postgres = standalone.processes().named("postgres");
            once.put("back ends", (double) postgres.all().size());
            once.put("MB of each", postgres.megabytes() / once.get("back ends"));
            once.put("MB of the JVM", (double)
                    standalone.processes().named("java").megabytes());
            once.put("MB of all", (double) standalone.processes().megabytes());
            once.put("no-op check ms", (double) standalone.runSchedule(CHECK).toMillis());
        }
        once.put("started anew ms", millisToStart(BENCH));
        once.put("started with a release ms", millisToStart(newRelease()));

        var seen = new Rounds(List.of(once));
        var thousands = MANY / 1_000.0;
        var migrating = once.get("started with a release ms") - once.get("started anew ms");
        Measurement.report(
                Measurement.seen("many-tenants-create", once.get("making, ms each"), "ms", seen),
                Measurement.seen("many-tenants-backend", once.get("MB of each"), "MB", seen),
                Measurement.atMost(
                        "many-tenants-check", once.get("no-op check ms") / 1_000 / thousands, "s per 1,000", 15, seen),
                Measurement.atMost("many-tenants-migration", migrating / 1_000 / thousands, "s per 1,000", 60, seen));
        Measurement.report(
                Measurement.atMost("many-tenants-read-p99", rounds.median("p99: many / few"), "ratio", 1.3, rounds));
    }

    private static StandaloneProcess start(Path more) {
        var settings = new HashMap<>(Map.of("STREAMVERSE_DATABASES", String.valueOf(DATABASES)));
        IntStream.rangeClosed(1, DATABASES)
                .mapToObj(it -> it == 1 ? "DATABASE_TENANTS" : "DATABASES_D" + it)
                .forEach(it -> {
                    settings.put(it + "_MOST", String.valueOf(2 * MOST_IN_ONE));
                    settings.put(it + "_KEPT", String.valueOf(KEPT));
                });
        return StandaloneProcess.startWith(DATA, more, settings);
    }

    private static double millisToStart(Path more) {
        try (var standalone = start(more)) {
            return standalone.readyAfter().toMillis();
        }
    }

    /// One after the other, so that a machine that is busy for a while hurts both.
    private static Map<String, Double> round(StandaloneProcess standalone, List<String> few, List<String> many) {
        var round = new LinkedHashMap<String, Double>();
        var fewWait = measured(round, "few", standalone, few);
        var manyWait = measured(round, "many", standalone, many);
        round.put("p99: many / few", manyWait / fewWait);
        return round;
    }

    private static List<String> made(StandaloneProcess standalone, int from, int to) throws InterruptedException {
        try (var makers = Executors.newFixedThreadPool(AT_ONCE)) {
            var wanted = IntStream.range(from, to)
                    .<Callable<String>>mapToObj(it -> () -> standalone.newTenant("bench-" + it))
                    .toList();
            return makers.invokeAll(wanted).stream().map(it -> it.resultNow()).toList();
        }
    }

    private static List<Request> reads(List<String> keys) {
        return keys.stream().map(key -> Request.get("/v1/branding", key)).toList();
    }

    /// Each tenant in turn, at a rate that keeps nobody waiting for another.
    private static double measured(
            Map<String, Double> round, String whose, StandaloneProcess standalone, List<String> keys) {
        var postgres = standalone.processes().named("postgres");
        var cpu = postgres.cpuSeconds();
        var paced = standalone.load(CONNECTIONS).pace(reads(keys), READS_PER_SECOND, LENGTH);
        round.put(whose + ": median ms", millis(paced.median().toNanos()));
        var p99 = millis(paced.p99().toNanos());
        round.put(whose + ": p99 ms", p99);
        round.put(
                whose + ": postgres cpu us",
                (postgres.cpuSeconds() - cpu) * 1e6 / (READS_PER_SECOND * LENGTH.toSeconds()));
        return p99;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /// One that changes a table of every tenant.
    private static Path newRelease() throws IOException {
        var folder = DATA.resolve("newer");
        var migrations = Files.createDirectories(folder.resolve("db/tenant"));
        Files.writeString(
                migrations.resolve("V20990101_0000__bench_another_column.sql"),
                "ALTER TABLE branding ADD COLUMN bench text; CREATE TABLE bench (id text PRIMARY KEY);");
        return folder;
    }
}
