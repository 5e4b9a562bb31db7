package io.streamverse.bench;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a reservation takes, commit included, over many tenants: at a moderate rate, and with all connections busy.
@Tag("bench")
class ReservationIT {
    private static final String RESERVATIONS = "/v1/bench-reservations";
    private static final int TENANTS = 50;
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 5;
    private static final int PAGE = 8_192;
    private static final double MOST_MS = 5;
    private static final Duration PACE = Duration.ofMillis(5);
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final Duration LENGTH = Duration.ofSeconds(4);
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
    void aReservationTakesAFewMilliseconds() {
        var requests = keys.stream().map(key -> Request.get(RESERVATIONS, key)).toList();
        standalone.load(CONNECTIONS).run(requests, WARM_UP);
        var _ = taken();

        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var round = new LinkedHashMap<String, Double>();
            note(round, "disk", synced());
            paced("/v1/bench-reservations/bare");
            var bare = note(round, "bare commit");
            paced(RESERVATIONS);
            var ours = note(round, "paced");
            standalone.load(CONNECTIONS).run(requests, LENGTH);
            var _ = note(round, "busy");
            round.put("paced / bare commit", ours.median() / (double) bare.median());
            rounds.add(round);
        }

        var most = Math.max(MOST_MS, 2 * rounds.median("bare commit p99 ms"));
        Measurement.report(
                Measurement.atMost("reservation-of-commit", rounds.median("paced / bare commit"), "ratio", 4, rounds),
                Measurement.atMost("reservation-p99", rounds.median("paced p99 ms"), "ms", most, rounds));
    }

    /// Each tenant in turn, one every few milliseconds, whether the one before has been answered or not.
    private static void paced(String path) {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            var times = (int) LENGTH.dividedBy(PACE);
            for (int i = 0; i < times; i++) {
                var key = keys.get(i % TENANTS);
                var _ = clock.schedule(
                        () -> clients.execute(() -> standalone.get(path, key)),
                        i * PACE.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
            clock.shutdown();
            if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The pace was not kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What the disk alone takes: a page of the same file, one every few milliseconds, while nobody asks for anything.
    private static ReservingController.Taken synced() {
        var times = (int) LENGTH.dividedBy(PACE);
        var nanos = new long[times];
        var page = ByteBuffer.allocateDirect(PAGE);
        try (var file = FileChannel.open(DATA.resolve("synced"), CREATE, WRITE, DELETE_ON_CLOSE)) {
            var began = System.nanoTime();
            for (int i = 0; i < times; i++) {
                LockSupport.parkNanos(began + i * PACE.toNanos() - System.nanoTime());
                var before = System.nanoTime();
                file.write(page.clear(), 0);
                file.force(false);
                nanos[i] = System.nanoTime() - before;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Arrays.sort(nanos);
        return new ReservingController.Taken(times, nanos[times / 2], nanos[times * 99 / 100]);
    }

    private static ReservingController.Taken note(Map<String, Double> round, String how) {
        return note(round, how, taken());
    }

    private static ReservingController.Taken note(
            Map<String, Double> round, String how, ReservingController.Taken taken) {
        round.put(how + " per second", taken.count() / (double) LENGTH.toSeconds());
        round.put(how + " median ms", taken.median() / 1e6);
        round.put(how + " p99 ms", taken.p99() / 1e6);
        return taken;
    }

    private static ReservingController.Taken taken() {
        var answer = standalone.get("/v1/bench-reservations/taken", keys.getFirst());
        return new ReservingController.Taken(
                answer.get("count").intValue(),
                answer.get("median").longValue(),
                answer.get("p99").longValue());
    }
}
