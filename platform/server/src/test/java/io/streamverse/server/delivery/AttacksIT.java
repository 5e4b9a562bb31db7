package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever may have the sound of a film wants its pictures, other films, and more than there is: from our own server
/// and from each cache that may stand in front of it, where what is wanted lies ready.
class AttacksIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Stage STAGE = Stage.shared();
    private static final Film FILM = Film.of(STAGE, STAGE.tenant());
    private static final Film OTHER_ASSET = Film.of(STAGE, FILM.tenant());
    private static final Film OTHER_TENANT = Film.of(STAGE, STAGE.tenant());

    @TempDir
    private static Path folder;

    record Target(URI address, Runnable end) {
        static Target of(Edge edge) {
            return new Target(edge.address(), edge::close);
        }
    }

    @Nested
    class Server extends Attacked {
        Server() {
            super(new Target(STAGE.server().getURI(), () -> {}));
        }
    }

    @Nested
    class Nginx extends Attacked {
        Nginx() throws IOException {
            super(Target.of(Edge.nginx(STAGE, folder.resolve("nginx"))));
        }
    }

    @Nested
    class TrafficServer extends Attacked {
        TrafficServer() throws IOException {
            super(Target.of(Edge.trafficServer(STAGE, folder.resolve("trafficserver"))));
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Attacked {
        private static final String SEGMENT = Film.VIDEO + "/1.m4s";
        private final Raw raw;
        private final Runnable end;

        Attacked(Target target) {
            this.raw = new Raw(target.address());
            this.end = target.end();
            assertThat(raw.get(FILM.folder(LONG) + SEGMENT, "").status()).isEqualTo(200);
        }

        @AfterAll
        void stop() {
            end.run();
        }

        @Test
        void aTokenOpensNothingOfAnotherAssetOrTenant() {
            for (var other : List.of(OTHER_ASSET, OTHER_TENANT)) {
                var token = MediaAddress.PACKAGE + TokensIT.token(other.folder(LONG));
                assertThat(raw.get(token + FILM.root() + SEGMENT, "").status()).isEqualTo(403);
                assertThat(raw.get(token + FILM.root() + Film.VARIANT + "/steering.json", "")
                                .status())
                        .isEqualTo(403);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a-aac-en/../v-h264-360/1.m4s",
                    "a-aac-en/./../v-h264-360/1.m4s",
                    "a-aac-en/..//v-h264-360/1.m4s",
                    "a-aac-en/%2e%2e/v-h264-360/1.m4s",
                    "a-aac-en/.%2e/v-h264-360/1.m4s",
                    "a-aac-en/%252e%252e/v-h264-360/1.m4s",
                    "a-aac-en%2f..%2fv-h264-360%2f1.m4s",
                    "a-aac-en/..%2fv-h264-360/1.m4s",
                    "a-aac-en/..%252fv-h264-360/1.m4s",
                    "a-aac-en/..\\v-h264-360\\1.m4s",
                    "a-aac-en/..%5cv-h264-360/1.m4s",
                    "a-aac-en/..;/v-h264-360/1.m4s",
                    "a-aac-en/..%00/v-h264-360/1.m4s",
                    "a-aac-en/\0/../v-h264-360/1.m4s",
                    "a-aac-en/..%c0%af../v-h264-360/1.m4s",
                    "a-aac-en/%u002e%u002e/v-h264-360/1.m4s",
                    "v-h264-360/1.m4s?/a-aac-en/1.m4s",
                    "v-h264-360/1.m4s#/a-aac-en/1.m4s",
                    "v-h264-360/1.m4s;/a-aac-en/1.m4s",
                    "v-h264-360/1.m4s%3f/a-aac-en/1.m4s",
                    "a-aac-en/1.m4s/../../v-h264-360/1.m4s",
                    "//v-h264-360/1.m4s",
                    "%76-h264-360/1.m4s"
                })
        void noPathLeadsOutOfWhatATokenOpens(String path) {
            var sound = FILM.folder(Film.VARIANT, List.of(Film.AUDIO), LONG);

            var reply = raw.get(sound + path, "");

            assertThat(reply.status()).isIn(0, 400, 403, 404);
            assertThat(reply.length()).isLessThan(Film.SEGMENT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bytes=0-,0-,0-,0-,0-,0-,0-,0-",
                    "bytes=0-49999,1-49999,2-49999,3-49999",
                    "bytes=-50000,-49999,0-",
                    "bytes=--1",
                    "bytes=-99999999999999999999",
                    "bytes=50000-50001",
                    "bytes=99999999999999999999-",
                    "bytes=49999-0",
                    "bytes=0x0-0xff",
                    "lines=0-1",
                    "bytes="
                })
        void noRangeYieldsMoreThanThereIs(String range) {
            var reply = raw.get(FILM.folder(LONG) + SEGMENT, "Range: " + range + "\r\n");

            assertThat(reply.status()).isIn(200, 206, 400, 416);
            assertThat(reply.length()).isLessThan(Film.SEGMENT + 1_000);
        }

        @Test
        void thousandsOfRangesYieldNoMoreThanTheWhole() {
            var many = IntStream.range(0, 1_500).mapToObj(it -> it + "-").collect(Collectors.joining(","));

            var reply = raw.get(FILM.folder(LONG) + SEGMENT, "Range: bytes=" + many + "\r\n");

            assertThat(reply.status()).isIn(200, 206, 400, 413, 416, 431);
            assertThat(reply.length()).isLessThan(Film.SEGMENT + 1_000);
        }

        @Test
        void aTokenForAnotherNetworkIsRefused() {
            var bound = FILM.folder(Network.find("203.0.113.7").orElseThrow());

            assertThat(raw.get(bound + SEGMENT, "X-Forwarded-For: 203.0.113.7\r\n")
                            .status())
                    .isEqualTo(403);
        }
    }
}
