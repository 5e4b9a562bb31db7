package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.Usage;
import io.streamverse.testkit.Eventually;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A film of many chunks on three workers, once in peace and once while they are killed and stopped at random, and the
/// server once.
class KilledWorkersIT {
    private static final int SECONDS_EACH = 24;
    private static final int FRAMES_A_SECOND = 10;
    private static final int KILLS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Path FOLDER = Path.of("target", "flows").toAbsolutePath();
    private final Program server = Ground.server("server-of-workers", Map.of("JOBS_LEASE", "4s", "JOBS_LOSSES", "100"));
    private final List<Worker> workers = IntStream.rangeClosed(1, 3)
            .mapToObj(it -> new Worker("worker-" + it, server))
            .toList();
    private final Random random = new Random(7);
    private boolean restarted;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        workers.forEach(it -> it.program.kill());
        server.kill();
        Ground.BILLING.kill();
    }

    @Test
    void nothingIsLostAndNothingCountsTwice() throws IOException {
        disturb(30);
    }

    @Test
    @Tag("soak")
    void norOfTwoHundredChunks() throws IOException {
        disturb(200);
    }

    private void disturb(int chunks) throws IOException {
        Ground.BILLING.up();
        server.up();
        workers.forEach(it -> it.program.begin());
        var tenant = NewTenant.next().askUntilMade(server.as(Ground.OPERATOR_KEY));
        var client = StreamVerse.builder()
                .apiKey(tenant.at("/apiKeys/live"))
                .baseUrl(server.url())
                .build();
        Eventually.is("its tools are there", () -> number("SELECT count(*) FROM control.job_worker") == workers.size());
        var film =
                workers.getFirst().film(folder.resolve("film.mp4"), "128x72", FRAMES_A_SECOND, chunks * SECONDS_EACH);

        var inPeace = client.assets().untilReady(upload(client, film), PATIENCE);
        Eventually.is("it is charged", () -> charged(client).signum() > 0);
        var price = charged(client);
        var disturbed = upload(client, film);
        killUntilDone(disturbed, chunks);
        client.assets().untilReady(disturbed, PATIENCE);

        assertThat(number("SELECT count(*) FROM control.job_task" + of(disturbed)))
                .isGreaterThan(chunks);
        assertThat(number("SELECT count(*) FROM control.job_task" + of(disturbed) + " AND state <> 'done'"))
                .isZero();
        assertThat(attempts(disturbed, "done"))
                .isEqualTo(number("SELECT count(*) FROM control.job_task" + of(disturbed)));
        assertThat(attempts(disturbed, "lost", "returned")).isPositive();
        assertThat(packets(disturbed))
                .hasSize(chunks * SECONDS_EACH * FRAMES_A_SECOND)
                .isEqualTo(packets(inPeace.id()));
        Eventually.is("it is charged", () -> charged(client).compareTo(price) > 0);
        assertThat(charged(client)).isEqualByComparingTo(price.multiply(BigDecimal.TWO));
    }

    private void killUntilDone(String asset, int chunks) {
        var betweenKills = chunks / KILLS;
        for (long next = betweenKills; !isEnded(asset); next = done(asset) + betweenKills) {
            var goal = next;
            Eventually.within(PATIENCE, "more is done", () -> done(asset) >= goal || isEnded(asset));
            if (!restarted && done(asset) > chunks / 2) {
                restarted = true;
                server.kill();
                server.up();
            }
            var worker = workers.get(random.nextInt(workers.size())).program;
            if (random.nextBoolean()) {
                worker.kill();
            } else {
                worker.stop();
            }
            worker.begin();
        }
    }

    /// The packets of its picture as they lie in the store, a line each with its time and a hash of what is in it.
    private List<String> packets(String asset) throws IOException {
        var job = Ground.ask("SELECT id FROM control.job" + encodeOf(asset)).getFirst();
        var list = folder.resolve("packets");
        try (var files = Files.walk(FOLDER.resolve("objects"))) {
            var picture = files.filter(it -> it.toString().contains(job) && it.endsWith("o-v-h264-72.mp4"))
                    .findFirst()
                    .orElseThrow();
            workers.getFirst().ffmpeg("-i", picture.toString(), "-c", "copy", "-f", "framemd5", list.toString());
        }
        try (var lines = Files.lines(list)) {
            return lines.filter(it -> !it.startsWith("#")).toList();
        }
    }

    private static String upload(StreamVerse client, Path film) {
        return client.uploads().upload(film, UploadOptions.usual().withName("Film"));
    }

    private static BigDecimal charged(StreamVerse client) {
        return client.usage().list(ListParams.all().filter("meter", "transcode.cpu")).data().stream()
                .map(Usage::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long attempts(String asset, String... states) {
        return number("SELECT count(*) FROM control.job_attempt WHERE state IN ('%s') AND task_id IN ("
                        .formatted(String.join("', '", states))
                + "SELECT id FROM control.job_task" + of(asset) + ")");
    }

    private static String of(String asset) {
        return " WHERE job_id IN (SELECT id FROM control.job" + encodeOf(asset) + ")";
    }

    private static String encodeOf(String asset) {
        return " WHERE asset_id = '%s' AND kind = 'encode'".formatted(asset);
    }

    private static long done(String asset) {
        return number("SELECT count(*) FROM control.job_task" + of(asset) + " AND state = 'done'");
    }

    private static boolean isEnded(String asset) {
        return number("SELECT count(*) FROM control.job" + encodeOf(asset) + " AND ended_at IS NOT NULL") > 0;
    }

    private static long number(String query) {
        return Long.parseLong(Ground.ask(query).getFirst());
    }
}
