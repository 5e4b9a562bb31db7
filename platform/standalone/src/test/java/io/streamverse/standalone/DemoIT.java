package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Api;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer is shown; killed while it is being made, and gone on with.
class DemoIT {
    private static final String FILM = "Demo: \"(.+)\" is on, \\d+ of 12";

    @TempDir
    Path folder;

    @Test
    void filmsComeAlsoOverAKill() {
        var environment = new HashMap<>(Map.of(
                "STREAMVERSE_PORT", Integer.toString(FreePort.any()),
                "STREAMVERSE_DATA", folder.resolve("data").toString(),
                "STREAMVERSE_DEMO", "true"));
        var killed = Jar.start(environment).awaitReady();
        var key = killed.await("API key is (sv_live_\\S+)").group(1);
        var first = killed.await(FILM).group(1);
        killed.kill();

        try (var again = Jar.start(environment).awaitReady()) {
            var second = again.await(FILM).group(1);

            var api = new Api(URI.create("http://127.0.0.1:" + environment.get("STREAMVERSE_PORT")), key);
            assertThat(again.said()).doesNotContain(first, "not finished", "Exception");
            assertThat(api.get("/v1/titles").body().findValuesAsText("externalId"))
                    .doesNotHaveDuplicates();
            assertThat(api.get("/v1/branding").at("/name")).isEqualTo("Aurora");
            var home = api.as("").with("X-StreamVerse-Tenant", "aurora").get("/viewer/v1/home");
            assertThat(home.body().findValuesAsText("name")).contains("new", first, second);
        }
    }
}
