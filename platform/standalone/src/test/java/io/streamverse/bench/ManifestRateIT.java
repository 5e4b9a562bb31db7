package io.streamverse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a manifest costs over the same bytes as a file in nginx, both packed.
@Tag("bench")
class ManifestRateIT {
    private static final Path DATA = StandaloneProcess.newFolder();
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static StandaloneProcess standalone;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        Nginx.demand();
        standalone = StandaloneProcess.startWithHello(DATA);
    }

    @AfterAll
    static void stop() {
        if (standalone != null) {
            standalone.close();
        }
        StandaloneProcess.discard(DATA);
    }

    @Test
    void aManifestCostsLittleMoreThanAFile() throws Exception {
        var manifest = manifest();
        Files.write(folder.resolve("manifest.gz"), packed(manifest));
        var ours = List.of(Request.packed(manifest));
        var file = List.of(Request.packed("/manifest"));
        var bare = List.of(Request.packed("/bare-answer/" + Files.size(folder.resolve("manifest.gz"))));

        try (var nginx = Nginx.serving(folder, "application/dash+xml")) {
            standalone.load(CONNECTIONS).run(bare, WARM_UP);
            standalone.load(CONNECTIONS).run(ours, WARM_UP);
            nginx.load(CONNECTIONS).run(file, LENGTH);
            var rounds = new Rounds();
            for (int i = 0; i < ROUNDS; i++) {
                var yardstick = nginx.load(CONNECTIONS).run(file, LENGTH).perSecond();
                var least = standalone.load(CONNECTIONS).run(bare, LENGTH).perSecond();
                var rate = standalone.load(CONNECTIONS).run(ours, LENGTH);
                rounds.add(Map.of(
                        "nginx per second",
                        yardstick,
                        "bare answers per second",
                        least,
                        "manifest / bare",
                        rate.perSecond() / least,
                        "manifests per second",
                        rate.perSecond(),
                        "manifests p99 ms",
                        rate.p99().toNanos() / 1e6,
                        "manifest / nginx",
                        rate.perSecond() / yardstick));
            }
            Measurement.report(
                    Measurement.atLeast("manifest-of-bare", rounds.median("manifest / bare"), "ratio", 0.6, rounds),
                    Measurement.atLeast("manifest-rate", rounds.median("manifest / nginx"), "ratio", 0.5, rounds));
        }
    }

    private static String manifest() {
        var cinema = Cinema.open(standalone);
        var playback = cinema.play(cinema.viewer("bench"));
        return URI.create(playback.at("/manifests/dash").asText()).getPath();
    }

    private static byte[] packed(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(standalone.address(path))
                    .header("Accept-Encoding", "gzip")
                    .build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            return answer.body();
        }
    }
}
