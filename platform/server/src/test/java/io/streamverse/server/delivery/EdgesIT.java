package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
