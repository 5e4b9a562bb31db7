package io.streamverse.bench;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What deciding and starting a playback costs over an answer that asks nobody; how long one waits at half the rate.
@Tag("bench")
class PlaybackRateIT {
    private static final int VIEWERS = 4_000;
    private static final int AT_ONCE = 8;
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    private static final double MOST_MS = 15;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration LONG_WARM_UP = Duration.ofSeconds(90);
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final Path DATA = StandaloneProcess.newFolder();
    private static StandaloneProcess standalone;
    private static Cinema cinema;
    private static List<Request> starts;
    private static List<Request> bare;

    @BeforeAll
    static void start() throws Exception {
        standalone = StandaloneProcess.startWithHello(DATA);
        cinema = Cinema.open(standalone);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var viewers = IntStream.range(0, VIEWERS)
                    .<Callable<String>>mapToObj(it -> () -> cinema.viewer("viewer-" + it))
                    .toList();
            starts = new ArrayList<>();
            bare = new ArrayList<>();
            for (var it : threads.invokeAll(viewers)) {
                starts.add(cinema.start(it.get()));
                bare.add(cinema.ask("/viewer/v1/bare-decisions", it.get()));
            }
        }
    }

    @AfterAll
    static void stop() {
        if (standalone != null) {
            standalone.close();
        }
        StandaloneProcess.discard(DATA);
    }

    @Test
    void aDecisionCostsAFewHellos() throws Exception {
        var hello = List.of(Request.get("/v1/hello", cinema.key()));
        standalone.load(CONNECTIONS).run(hello, WARM_UP);
        standalone.load(CONNECTIONS).run(bare, WARM_UP);
        standalone.load(CONNECTIONS).run(starts, LONG_WARM_UP);

        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            EmptyRedis.of(DATA);
            var round = new LinkedHashMap<String, Double>();
            var yardstick = measure(round, "hello", hello);
            var least = measure(round, "bare decisions", bare);
            var rate = measure(round, "decisions", starts);
            round.put("decisions / hello", rate / yardstick);
            round.put("decisions / bare", rate / least);
            var barely = standalone.load(CONNECTIONS).pace(bare, rate / 2, LENGTH);
            round.put("bare at half: p99 ms", barely.p99().toNanos() / 1e6);
            var paced = standalone.load(CONNECTIONS).pace(starts, rate / 2, LENGTH);
            round.put("at half: per second", paced.perSecond());
            round.put("at half: median ms", paced.median().toNanos() / 1e6);
            round.put("at half: p99 ms", paced.p99().toNanos() / 1e6);
            rounds.add(round);
        }

        var most = Math.max(MOST_MS, 2 * rounds.median("bare at half: p99 ms"));
        Measurement.report(
                Measurement.seen("decision-rate", rounds.median("decisions / hello"), "ratio", rounds),
                Measurement.atLeast("decision-of-bare", rounds.median("decisions / bare"), "ratio", 0.4, rounds),
                Measurement.atMost("decision-p99", rounds.median("at half: p99 ms"), "ms", most, rounds),
                Measurement.seen("decision-allocated", rounds.median("decisions bytes"), "bytes", rounds));
    }

    private static double measure(Map<String, Double> round, String what, List<Request> requests) {
        var processes = standalone.processes();
        var postgres = processes.named("postgres");
        var redis = processes.named("redis-server");
        var before = List.of(processes.cpuSeconds(), postgres.cpuSeconds(), redis.cpuSeconds());
        var allocated = allocated();
        var rate = standalone.load(CONNECTIONS).run(requests, LENGTH);
        var made = rate.perSecond() * LENGTH.toSeconds();
        round.put(what + " per second", rate.perSecond());
        round.put(what + " p99 ms", rate.p99().toNanos() / 1e6);
        round.put(what + " bytes", (allocated() - allocated) / made);
        round.put(what + " cpu us", (processes.cpuSeconds() - before.get(0)) * 1e6 / made);
        round.put(what + " postgres cpu us", (postgres.cpuSeconds() - before.get(1)) * 1e6 / made);
        round.put(what + " redis cpu us", (redis.cpuSeconds() - before.get(2)) * 1e6 / made);
        return rate.perSecond();
    }

    private static double allocated() {
        return standalone.get("/v1/bench-allocated", cinema.key()).at("/bytes").doubleValue();
    }
}
