package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Our own player in a real browser, on a tenant's page: what viewers do, and what happens to them.
class PlayerIT {
    private static final Cinema CINEMA = Cinema.shared();
    private static final TenantPage PAGE = new TenantPage(CINEMA);

    @AfterAll
    static void stop() {
        PAGE.close();
    }

    @Test
    void allOfItIsReachedByKeysAndReadAloud() {
        var seen = plays("keys", CINEMA.token("grace", 4));

        assertThat(seen.at("/violations")).isEmpty();
        assertThat(seen.at("/reached").toString())
                .contains("play-button", "time-range", "choose", "adjust", "fullscreen");
        assertThat(seen.at("/paused").asBoolean()).isTrue();
        assertThat(seen.at("/soughtTo").asDouble()).isBetween(59.0, 61.0);
        assertThat(seen.at("/quality").asInt()).isEqualTo(144);
    }

    @Test
    void whoSeeksBeforeTheOtherLanguageIsThereHearsIt() {
        assertThat(plays("haste", CINEMA.token("hopper", 4)).at("/spoken").asText())
                .isEqualTo("fr");
    }

    @Test
    void whoIsOneTooManyMayTakeOver() {
        var seen = plays("takeover", CINEMA.token("linus", 1));

        assertThat(seen.at("/refusal").asText()).contains("Too many screens", "2109", "playback.denied.concurrency");
        assertThat(seen.at("/violations")).isEmpty();
        assertThat(seen.at("/playsNow").asDouble()).isGreaterThan(0.5);
        assertThat(seen.at("/putOut").asText()).contains("Playback was stopped", "2112");
    }

    @Test
    void theReadmesPageIsShort() throws IOException {
        assertThat(TenantPage.example().lines()).hasSizeLessThanOrEqualTo(15);
    }

    private static JsonNode plays(String scenario, String token) {
        PAGE.signIn(token);
        var seen = Chromium.run("player.mjs", Map.of("scenario", scenario, "page", PAGE.address()));
        assertThat(seen.at("/error").asText()).as(seen.toString()).isEmpty();
        return seen;
    }
}
