package io.streamverse.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.signal.Signals;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SignalsIT {
    private static final Stage STAGE = Stage.alone(Map.of());

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void aRevocationIsSeenThoughTheListeningConnectionWasLost() {
        var tenant = STAGE.tenant();
        var key = tenant.live().post("/v1/api-keys", Map.of("name", "ci", "scopes", List.of("*")));
        var api = STAGE.as(key.at("/key"));
        Eventually.is("somebody listens", () -> !"0".equals(listening()));
        assertThat(api.get("/v1/branding").status()).isEqualTo(200);

        STAGE.run("DELETE FROM control.api_key WHERE id = '" + key.at("/id") + "'");
        assertThat(api.get("/v1/branding").status()).as("nobody said so yet").isEqualTo(200);
        STAGE.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + LISTENERS);

        Eventually.within(
                Duration.ofSeconds(3),
                "it is refused",
                () -> api.get("/v1/branding").status() == 401);
        Eventually.is("somebody listens again", () -> !"0".equals(listening()));
    }

    @Test
    void aPeerThatVanishedWithoutAWordIsNoticed() {
        try (var wire = Wire.to(TestEngines.shared().postgres().port());
                var far = STAGE.anotherServer(Map.of("database.control.url", url(wire)))
                        .getApplicationContext()) {
            var signals = far.getBean(Signals.class);
            Eventually.is("it listens", signals::connected);
            var lost = new CountDownLatch(1);
            signals.onLoss(lost::countDown);

            wire.silence("streamverse-signals");

            Eventually.is("the loss is noticed", () -> lost.getCount() == 0);
            Eventually.is("it listens again", signals::connected);
        }
    }

    private static String url(Wire wire) {
        var url = STAGE.server().getApplicationContext().getRequiredProperty("database.control.url", String.class);
        return url.replaceFirst(":[0-9]+/", ":" + wire.port() + "/");
    }

    private static final String LISTENERS = "application_name = 'streamverse-signals' AND datname = current_database()";

    private static String listening() {
        return String.valueOf(STAGE.ask("SELECT count(*) FROM pg_stat_activity WHERE " + LISTENERS));
    }
}
