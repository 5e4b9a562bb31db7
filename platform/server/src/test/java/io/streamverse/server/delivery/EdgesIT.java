package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The caches that stand between viewers and servers, for real.
class EdgesIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Stage STAGE = Stage.shared();
    private static final Film FILM = Film.of(STAGE, STAGE.tenant());
    private static final Film OTHER_ASSET = Film.of(STAGE, FILM.tenant());
    private static final Film OTHER_TENANT = Film.of(STAGE, STAGE.tenant());

    @TempDir
    private static Path folder;

    @Nested
    class Nginx extends AtAnEdge {
        Nginx() throws IOException {
            super(Edge.nginx(STAGE, folder.resolve("nginx")));
        }
    }

    @Nested
    class TrafficServer extends AtAnEdge {
        TrafficServer() throws IOException {
            super(Edge.trafficServer(STAGE, folder.resolve("trafficserver")));
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class AtAnEdge {
        private final Edge edge;

        AtAnEdge(Edge edge) {
            this.edge = edge;
        }

        @AfterAll
        void stop() {
            edge.close();
        }

        @Test
        void whatOneSessionFetchedIsThereForTheNext() {
            var path = Film.VIDEO + "/3.m4s";

            var first = edge.get(FILM.folder(LONG) + path);
            var second = edge.get(FILM.folder(LONG.plusSeconds(1)) + path + "?CMCD=bl%3D1000");

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("X-Cache").orElse("")).startsWithIgnoringCase("miss");
            assertThat(second.body()).isEqualTo(FILM.segment(3));
            assertThat(second.headers().firstValue("X-Cache").orElse("")).startsWithIgnoringCase("hit");
            assertThat(second.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
        }

        @Test
        void aPartOfWhatIsCachedIsGiven() {
            var path = FILM.folder(LONG) + Film.VIDEO + "/2.m4s";
            edge.get(path);

            var part = edge.get(path, "Range", "bytes=10-19");

            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 10-19/50000");
        }

        @Test
        void whoHasNoGoodTokenGetsNothingEvenOfWhatIsCached() {
            var path = Film.VIDEO + "/1.m4s";
            edge.get(FILM.folder(LONG) + path);
            var good = token(FILM.folder(LONG));

            Stream.of(
                            FILM.root() + path,
                            FILM.folder(Duration.ofSeconds(-1)) + path,
                            token(OTHER_ASSET.folder(LONG)) + FILM.root() + path,
                            token(OTHER_TENANT.folder(LONG)) + FILM.root() + path,
                            good.substring(0, good.length() - 4) + "AAAA" + FILM.root() + path,
                            token(OTHER_ASSET.folder(LONG))
                                    + OTHER_ASSET.root()
                                    + "v-h264-360/../../.."
                                    + FILM.root().substring(FILM.root().indexOf("/ast_"))
                                    + path)
                    .forEach(it -> assertThat(edge.get(it).statusCode()).as(it).isEqualTo(403));
        }

        @Test
        void whatBelongsToASessionComesFromTheOriginEachTime() {
            var path = Film.VARIANT + "/steering.json?_HLS_pathway=.";

            for (int i = 0; i < 2; i++) {
                var answer = edge.get(FILM.folder(LONG) + path);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("X-Cache").orElse("")).startsWithIgnoringCase("miss");
            }
        }

        @Test
        void aManifestComesAsItsClientTakesIt() {
            var path = FILM.folder(LONG) + Film.VARIANT + "/main.mpd";

            var packed = edge.get(path, "Accept-Encoding", "gzip");
            var plain = edge.get(path);

            assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(plain.body()).asString().startsWith("<?xml");
        }

        @Test
        void allThatLeftTheEdgeIsBilled() {
            var film = Film.of(STAGE, STAGE.tenant());
            var folder = film.folder(LONG);

            var got = Stream.of(
                    edge.get(folder + Film.VIDEO + "/1.m4s"),
                    edge.get(folder + Film.VIDEO + "/1.m4s"),
                    edge.get(folder + Film.VIDEO + "/1.m4s", "Range", "bytes=0-24999"),
                    edge.get(folder + Film.AUDIO + "/1.m4s"),
                    edge.get(folder + Film.VARIANT + "/main.mpd"));
            var bytes = got.mapToLong(it -> it.body().length).sum();
            Eventually.is("the log has it all", () -> logOf(film).size() == 5);
            send(String.join("\n", logOf(film)) + "\n");

            Eventually.within(
                    Duration.ofSeconds(30),
                    "it is booked",
                    () -> film.used("delivery.bytes") == bytes && film.used("delivery.minutes") == 10_000);
        }

        private List<String> logOf(Film film) {
            return edge.log().lines().filter(it -> it.contains(film.asset())).toList();
        }

        private static void send(String lines) {
            var answer = STAGE.as(Stage.EDGE_KEY)
                    .with("Content-Type", "text/plain")
                    .post("/internal/delivery/logs?offset=0&object=" + UUID.randomUUID(), lines);
            assertThat(answer.status()).isEqualTo(200);
        }

        @Test
        void theLogTellsWhatCanBeCounted() {
            edge.get(OTHER_TENANT.folder(LONG) + Film.VIDEO + "/3.m4s");

            Eventually.is(
                    "the delivery is in the log",
                    () -> edge.log()
                            .lines()
                            .flatMap(it -> LogLine.parse(it).stream())
                            .anyMatch(it ->
                                    it.space().equals(OTHER_TENANT.tenant().liveSpace())
                                            && it.bytes() == Film.SEGMENT
                                            && it.micros() == 4_000_000));
        }
    }

    private static String token(String folder) {
        return folder.substring(0, folder.indexOf(MediaAddress.ROOT));
    }
}
