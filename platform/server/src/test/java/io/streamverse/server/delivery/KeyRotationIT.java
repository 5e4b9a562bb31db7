package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.FreePort;
import io.streamverse.testkit.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new signing key, step by step as docs/guides/edge-tokens.md has it: nobody's play breaks, and in the end the old
/// key opens nothing, at our server and at both caches.
class KeyRotationIT {
    private static final String OLD = "the-secret-that-goes-0123456789012345";
    private static final String NEW = "the-secret-that-comes-012345678901234";
    private static final int PORT = FreePort.find();
    private static final Stage STAGE = Stage.alone(settings(OLD, ""));
    private static final Film FILM = Film.of(STAGE, STAGE.tenant());

    @TempDir
    private static Path folder;

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void tokensOfBothKeysPlayWhileTheyOverlapAndThenTheNewOnesAlone() throws IOException {
        try (var nginx = Edge.nginx(STAGE, folder.resolve("nginx"));
                var trafficServer = Edge.trafficServer(STAGE, folder.resolve("trafficserver"))) {
            var old = address();

            STAGE.restart(settings(OLD, NEW));
            nginx.reload(STAGE);
            trafficServer.reload(STAGE);
            assertThat(statuses(old, nginx, trafficServer)).containsOnly(200);

            STAGE.restart(settings(NEW, OLD));
            var fresh = address();
            Eventually.is(
                    "the new key is known everywhere",
                    () -> statuses(fresh, nginx, trafficServer).allMatch(it -> it == 200));
            assertThat(statuses(old, nginx, trafficServer)).containsOnly(200);

            STAGE.restart(settings(NEW, ""));
            nginx.reload(STAGE);
            trafficServer.reload(STAGE);
            Eventually.is(
                    "the old key is gone everywhere",
                    () -> statuses(old, nginx, trafficServer).allMatch(it -> it == 403));
            assertThat(statuses(fresh, nginx, trafficServer)).containsOnly(200);
        }
    }

    private static String address() {
        return FILM.folder(Duration.ofMinutes(5)) + Film.VIDEO + "/1.m4s";
    }

    private static Stream<Integer> statuses(String address, Edge... edges) {
        return Stream.concat(
                Stream.of(FILM.stage(address).statusCode()),
                Stream.of(edges).map(it -> it.get(address).statusCode()));
    }

    private static Map<String, Object> settings(String secret, String former) {
        return former.isEmpty()
                ? Map.of("micronaut.server.port", PORT, "delivery.secret", secret)
                : Map.of("micronaut.server.port", PORT, "delivery.secret", secret, "delivery.former-secret", former);
    }
}
