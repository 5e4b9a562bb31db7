package io.streamverse.bench;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.testkit.Ffmpeg;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long somebody waits who has uploaded a film: from its last byte until it plays.
@Tag("bench")
class ReadyIT {
    private static final int ROUNDS = 3;
    private static final Path SHORT = Path.of("src/test/resources/film.mp4");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path DATA = StandaloneProcess.newFolder();
    private static StandaloneProcess standalone;
    private static StreamVerse client;

    @BeforeAll
    static void start() {
        standalone = StandaloneProcess.start(DATA);
        client = StreamVerse.builder()
                .apiKey(standalone.newTenant("bench-ready"))
                .baseUrl(standalone.address("/"))
                .build();
    }

    @AfterAll
    static void stop() {
        standalone.close();
        StandaloneProcess.discard(DATA);
    }

    @Test
    void aClipPlaysSoonAfterItsLastByte() {
        var minute = tenTimes(SHORT);
        secondsUntilReady(SHORT);

        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var round = new LinkedHashMap<String, Double>();
            round.put("6 s", secondsUntilReady(SHORT));
            round.put("60 s", secondsUntilReady(minute));
            rounds.add(round);
        }

        Measurement.report(
                Measurement.atMost("ready-after-6s", rounds.median("6 s"), "s", 5, rounds),
                Measurement.atMost("ready-after-60s", rounds.median("60 s"), "s", 20, rounds));
    }

    private static double secondsUntilReady(Path film) {
        var lastByteAt = new AtomicLong();
        var options = UploadOptions.usual()
                .withName("Film")
                .withResumeFolder(null)
                .withProgress((_, _) -> lastByteAt.set(System.nanoTime()));
        client.assets().untilReady(client.uploads().upload(film, options), PATIENCE);
        return (System.nanoTime() - lastByteAt.get()) / 1e9;
    }

    private static Path tenTimes(Path film) {
        var longer = DATA.resolve("minute.mp4");
        new Ffmpeg(DATA).run("-stream_loop", "9", "-i", film.toString(), "-c", "copy", longer.toString());
        return longer;
    }
}
