package io.streamverse.bench;

import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.testkit.bench.Load;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What one that asks ten times as often as it may costs another that shares its pool of connections.
@Tag("bench")
class NeighbourIT {
    /// The rates of a tenant's keys together, and of one, as the settings have them.
    private static final int OF_A_TENANT = 500;

    private static final int OF_A_KEY = 100;
    private static final int TIMES = 10;
    private static final int QUIET_PER_SECOND = 200;
    private static final int POOLS = 4;
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration LENGTH = Duration.ofSeconds(5);
    /// For as long it may ask as it likes, out of a bucket that is full.
    private static final Duration BURST = Duration.ofSeconds(2);

    private static final Path DATA = StandaloneProcess.newFolder();
    private static StandaloneProcess standalone;
    private static List<Request> noisy;
    private static List<Request> quiet;

    @BeforeAll
    static void start() {
        standalone = StandaloneProcess.startWithRates(DATA);
        var first = standalone.newTenant("noisy");
        noisy = reads(first, TIMES);
        quiet = IntStream.iterate(1, it -> it + 1)
                .mapToObj(it -> standalone.newTenant("quiet-" + it))
                .filter(it -> pool(it) == pool(first))
                .findFirst()
                .map(it -> reads(it, 2 * QUIET_PER_SECOND / OF_A_KEY))
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        standalone.close();
        StandaloneProcess.discard(DATA);
    }

    @Test
    void aNoisyNeighbourIsHardlyHeard() {
        beside(WARM_UP);

        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var alone = pace(LENGTH);
            var beside = beside(LENGTH);
            rounds.add(Map.of(
                    "alone: median ms", millis(alone.median()),
                    "alone: p99 ms", millis(alone.p99()),
                    "beside: median ms", millis(beside.quiet().median()),
                    "beside: p99 ms", millis(beside.quiet().p99()),
                    "p99: beside / alone", millis(beside.quiet().p99()) / millis(alone.p99()),
                    "noise per second", beside.noise().perSecond(),
                    "noise refused", beside.noise().refused()));
        }

        Measurement.report(
                Measurement.atMost("neighbour-p99", rounds.median("p99: beside / alone"), "ratio", 1.2, rounds),
                Measurement.atLeast("neighbour-refused", rounds.median("noise refused"), "share", 0.85, rounds));
    }

    private record Both(Load.Rate quiet, Load.Rate noise) {}

    private static Both beside(Duration length) {
        standalone.load(CONNECTIONS).flood(noisy, TIMES * OF_A_TENANT, BURST);
        var noise = CompletableFuture.supplyAsync(
                () -> standalone.load(CONNECTIONS).flood(noisy, TIMES * OF_A_TENANT, length));
        return new Both(pace(length), noise.join());
    }

    private static Load.Rate pace(Duration length) {
        return standalone.load(CONNECTIONS).pace(quiet, QUIET_PER_SECOND, length);
    }

    /// With so many keys in turn.
    private static List<Request> reads(String key, int keys) {
        var more = Stream.generate(() -> standalone
                        .post("/v1/api-keys", key, "{\"name\":\"another\",\"scopes\":[\"*\"]}")
                        .at("/key")
                        .asText())
                .limit(keys - 1);
        return Stream.concat(Stream.of(key), more)
                .map(it -> Request.get("/v1/branding", it))
                .toList();
    }

    private static int pool(String key) {
        var id = standalone.get("/v1/tenant", key).at("/id").asText();
        return Math.floorMod(new TenantId(id).hashCode(), POOLS);
    }

    private static double millis(Duration taken) {
        return taken.toNanos() / 1e6;
    }
}
