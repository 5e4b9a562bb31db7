package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AssetState;
import io.streamverse.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hours of film at one small rung, through heaps of 256 MB; what lives in them does not grow.
@Tag("soak")
class LongFilmIT {
    private static final int SECONDS = 2 * 60 * 60;
    private static final Duration PATIENCE = Duration.ofMinutes(40);
    private final Program server = Ground.server("server-of-a-long-film");
    private final Worker worker = new Worker("worker-of-a-long-film", server);
    private final List<Long> inServer = new ArrayList<>();
    private final List<Long> inWorker = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        worker.program.kill();
        server.kill();
        Ground.BILLING.kill();
    }

    @Test
    void memoryStaysFlat() {
        Ground.BILLING.up();
        server.up();
        worker.program.begin();
        var key = NewTenant.next().askUntilMade(server.as(Ground.OPERATOR_KEY)).at("/apiKeys/live");
        var client = StreamVerse.builder().apiKey(key).baseUrl(server.url()).build();
        Eventually.is(
                "its tools are there",
                () -> !Ground.ask("SELECT id FROM control.job_worker").isEmpty());
        var film = worker.film(folder.resolve("film.mp4"), "416x234", 24, SECONDS);

        var asset = client.uploads().upload(film, UploadOptions.usual().withResumeFolder(null));
        Eventually.within(PATIENCE, "two hours are ready", () -> isReady(client, asset));

        System.out.printf("Live heap in MB over a film of two hours: server %s, worker %s%n", inServer, inWorker);
        assertThat(highest(lastQuarter(inServer))).isLessThan(highest(firstQuarter(inServer)) + 20);
        assertThat(highest(lastQuarter(inWorker))).isLessThan(highest(firstQuarter(inWorker)) + 20);
    }

    private boolean isReady(StreamVerse client, String asset) {
        inServer.add(Vitals.of(server.pid(), 0).heapMegabytes());
        inWorker.add(Vitals.of(worker.program.pid(), 0).heapMegabytes());
        var state = client.assets().get(asset).state();
        assertThat(state).isNotEqualTo(AssetState.FAILED);
        return AssetState.READY.equals(state);
    }

    private static List<Long> firstQuarter(List<Long> all) {
        return all.subList(0, Math.max(1, all.size() / 4));
    }

    private static List<Long> lastQuarter(List<Long> all) {
        return all.subList(all.size() * 3 / 4, all.size());
    }

    private static long highest(List<Long> megabytes) {
        return megabytes.stream().mapToLong(it -> it).max().orElseThrow();
    }
}
