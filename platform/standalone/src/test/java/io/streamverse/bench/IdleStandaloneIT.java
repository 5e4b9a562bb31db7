package io.streamverse.bench;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Starting on data that is there already, and what it then takes to do nothing.
@Tag("bench")
class IdleStandaloneIT {
    private static final int STARTS = 3;
    private static final Duration IDLE = Duration.ofSeconds(45);
    private static final Path DATA = StandaloneProcess.newFolder();

    @BeforeAll
    static void makeTheData() {
        StandaloneProcess.start(DATA).close();
    }

    @AfterAll
    static void discard() {
        StandaloneProcess.discard(DATA);
    }

    @Test
    void itIsReadySoon() {
        var rounds = new Rounds();
        for (int i = 0; i < STARTS; i++) {
            try (var standalone = StandaloneProcess.start(DATA)) {
                rounds.add(Map.of("ready s", standalone.readyAfter().toMillis() / 1e3));
            }
        }

        Measurement.report(Measurement.atMost("start-up", rounds.median("ready s"), "s", 12, rounds));
    }

    @Test
    void itIsContentWithLittleMemory() throws InterruptedException {
        var rounds = new Rounds();
        try (var standalone = StandaloneProcess.start(DATA)) {
            Thread.sleep(IDLE);
            var all = standalone.processes();
            rounds.add(Map.of(
                    "all MB", (double) all.megabytes(),
                    "java MB", (double) all.named("java").megabytes(),
                    "postgres MB", (double) all.named("postgres").megabytes(),
                    "redis MB", (double) all.named("redis-server").megabytes()));
        }

        Measurement.report(Measurement.atMost("idle-memory", rounds.median("all MB"), "MB", 1_250, rounds));
    }
}
