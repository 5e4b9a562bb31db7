package io.streamverse.bench;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What entering the tenant's schema and reading a row costs over an answer that is the same in all else.
@Tag("bench")
class TenantReadIT {
    private static final int TENANTS = 50;
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final Path DATA = StandaloneProcess.newFolder();
    private static StandaloneProcess standalone;
    private static List<String> keys;

    @BeforeAll
    static void start() {
        standalone = StandaloneProcess.startWithHello(DATA);
        keys = IntStream.range(0, TENANTS)
                .mapToObj(i -> standalone.newTenant("bench-" + i))
                .toList();
    }

    @AfterAll
    static void stop() {
        standalone.close();
        StandaloneProcess.discard(DATA);
    }

    @Test
    void readingATenantsRowCostsLittleMoreThanSayingHello() {
        var hello = List.of(Request.get("/v1/hello", keys.getFirst()));
        var bare = List.of(Request.get("/v1/bare-read", keys.getFirst()));
        var one = List.of(Request.get("/v1/branding", keys.getFirst()));
        var mixed = keys.stream().map(key -> Request.get("/v1/branding", key)).toList();
        List.of(hello, bare, one, mixed)
                .forEach(requests -> standalone.load(CONNECTIONS).run(requests, WARM_UP));

        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var round = new LinkedHashMap<String, Double>();
            var yardstick = measure(round, "hello", hello);
            var limit = measure(round, "bare read", bare);
            var rate = measure(round, "one", one);
            round.put("one / hello", rate / yardstick);
            round.put("one / bare read", rate / limit);
            round.put("mixed / hello", measure(round, "mixed", mixed) / yardstick);
            rounds.add(round);
        }

        Measurement.report(
                Measurement.atLeast("tenant-read-bare", rounds.median("one / bare read"), "ratio", 0.9, rounds),
                Measurement.seen("tenant-read-one", rounds.median("one / hello"), "ratio", rounds),
                Measurement.atLeast("tenant-read-mixed", rounds.median("mixed / hello"), "ratio", 0.35, rounds));
    }

    private static double measure(Map<String, Double> round, String what, List<Request> requests) {
        var before = standalone.processes();
        var cpu = before.cpuSeconds();
        var postgres = before.named("postgres").cpuSeconds();
        var rate = standalone.load(CONNECTIONS).run(requests, LENGTH);
        var requestsMade = rate.perSecond() * LENGTH.toSeconds();
        round.put(what + " per second", rate.perSecond());
        round.put(what + " p99 ms", rate.p99().toNanos() / 1e6);
        round.put(what + " cpu us", (before.cpuSeconds() - cpu) * 1e6 / requestsMade);
        round.put(what + " postgres cpu us", (before.named("postgres").cpuSeconds() - postgres) * 1e6 / requestsMade);
        return rate.perSecond();
    }
}
