package io.streamverse.server.playback;

import static io.streamverse.server.playback.House.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A server that binds tokens to where their players are, behind a proxy that says where that is.
class BoundIT {
    private static final String HOME = "203.0.113.7";
    private static final String ELSEWHERE = "2001:db8::7";
    private static final Stage STAGE = Stage.shared();
    private static final EmbeddedServer SERVER =
            STAGE.anotherServer(Map.of("delivery.bind-network", true, "delivery.client-header", "X-Forwarded-For"));
    private final House house = House.live(STAGE);
    private final House.Fan fan = house.fan();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aTokenIsGoodWhereItWasAskedForUntilItIsRenewedElsewhere() {
        var started = from(HOME).post(START, House.wish(house.title()));
        assertThat(status(HOME, started)).isEqualTo(200);
        assertThat(status(ELSEWHERE, started)).isEqualTo(403);

        var renewed = from(ELSEWHERE).post("%s/%s/renewal".formatted(START, started.at("/sessionId")), "");

        assertThat(status(ELSEWHERE, renewed)).isEqualTo(200);
        assertThat(status(HOME, renewed)).isEqualTo(403);
        assertThat(status(HOME, started)).isEqualTo(200);
    }

    private Api from(String address) {
        return new Api(SERVER.getURI(), fan.api().key())
                .with("X-StreamVerse-Tenant", house.tenant.slug())
                .with("X-Forwarded-For", address);
    }

    private static int status(String address, Answer playback) {
        var manifest = URI.create(playback.at("/manifests/dash")).getPath();
        return new Api(SERVER.getURI(), "")
                .with("X-Forwarded-For", address)
                .get(manifest)
                .status();
    }
}
