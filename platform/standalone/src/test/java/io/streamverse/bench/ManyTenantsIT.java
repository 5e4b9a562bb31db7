package io.streamverse.bench;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
/// take of memory, and how long a new release needs for all of them. `-Dbench.tenants=` says how many.
@Tag("bench")
class ManyTenantsIT {
    private static final int FEW = 10;
    private static final int MANY = Integer.getInteger("bench.tenants", 1_000);
    private static final int AT_ONCE = 2;
    private static final int CONNECTIONS = 16;
    private static final int READS_PER_SECOND = 400;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final String CHECK = "server.tenants.migrate";
    private static final Path DATA = StandaloneProcess.newFolder();

    @AfterAll
    static void discard() {
        StandaloneProcess.discard(DATA);
    }

    @Test
    void manyTenantsCostEachOtherLittle() throws Exception {
        var rounds = new Rounds();
        Duration usually;
        try (var standalone = StandaloneProcess.startWithHello(DATA)) {
            var first = made(standalone, 0, FEW);
            standalone.load(CONNECTIONS).run(reads(first), WARM_UP);
            var few = read(standalone, first);
            var began = System.nanoTime();
            var all = new ArrayList<>(first);
            all.addAll(made(standalone, FEW, MANY));
            var making = Duration.ofNanos(System.nanoTime() - began);
            standalone.load(CONNECTIONS).run(reads(all), WARM_UP);
            var many = read(standalone, all);
            var round = new LinkedHashMap<>(Map.of("making, ms each", making.toMillis() / (double) (MANY - FEW)));
            round.put("few: median ms", few.median("median ms"));
            round.put("few: p99 ms", few.median("p99 ms"));
            round.put("many: median ms", many.median("median ms"));
            round.put("many: p99 ms", many.median("p99 ms"));
            round.put("p99: many / few", many.median("p99 ms") / few.median("p99 ms"));
            var postgres = standalone.processes().named("postgres");
            round.put("PostgreSQL's processes", (double) postgres.all().size());
            round.put(
                    "MB of each", postgres.megabytes() / (double) postgres.all().size());
            round.put("MB of all", (double) standalone.processes().megabytes());
            round.put("no-op check ms", (double) standalone.runSchedule(CHECK).toMillis());
            rounds.add(round);
        }
        try (var again = StandaloneProcess.startWithHello(DATA)) {
            usually = again.readyAfter();
        }
        Duration migrating;
        try (var newer = StandaloneProcess.startWith(DATA, newRelease())) {
            migrating = newer.readyAfter().minus(usually);
        }

        var thousands = MANY / 1_000.0;
        Measurement.report(
                Measurement.atMost("many-tenants-read-p99", rounds.median("p99: many / few"), "ratio", 1.3, rounds),
                Measurement.seen("many-tenants-create", rounds.median("making, ms each"), "ms", rounds),
                Measurement.seen("many-tenants-backend", rounds.median("MB of each"), "MB", rounds),
                Measurement.atMost(
                        "many-tenants-check",
                        rounds.median("no-op check ms") / 1_000 / thousands,
                        "s per 1,000",
                        15,
                        rounds),
                Measurement.atMost(
                        "many-tenants-migration",
                        migrating.toMillis() / 1_000.0 / thousands,
                        "s per 1,000",
                        60,
                        rounds));
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
    private static Rounds read(StandaloneProcess standalone, List<String> keys) {
        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var paced = standalone.load(CONNECTIONS).pace(reads(keys), READS_PER_SECOND, LENGTH);
            rounds.add(Map.of(
                    "median ms", paced.median().toNanos() / 1e6,
                    "p99 ms", paced.p99().toNanos() / 1e6));
        }
        return rounds;
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
