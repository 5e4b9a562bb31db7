package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.flows.Studio;
import io.streamverse.sdk.model.Protection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From an upload to a browser's screen: our encoder, catalogue, decision, tokens, manifests, segments and licences, in
/// each player. First frame, seek, track switch.
class BrowserIT {
    private static final Page PAGE = new Page();
    private static final Map<Protection, Playing> FILMS = new HashMap<>();

    @AfterAll
    static void stop() {
        PAGE.close();
    }

    @ParameterizedTest
    @CsvSource({"shaka, dash", "shaka, hls", "hls, hls", "dash, dash"})
    void aClearFilmPlays(String player, String form) {
        var playing = film(Protection.NONE);
        var playback = playing.start(named(player), List.of());

        var seen = Chromium.plays(player, manifest(playback, form), 4).on(PAGE);

        assertPlayed(seen);
        // The film speaks one language, and dash.js is asked for another sound.
        assertThat(seen.at("/switchedTo").asText().equals("none")).isEqualTo(player.equals("dash"));
        playing.end(playback);
    }

    @ParameterizedTest
    @CsvSource({"cenc, shaka, dash", "cbcs, shaka, dash", "cbcs, shaka, hls", "cenc, hls, hls", "cbcs, hls, hls"})
    void anEncryptedFilmPlaysWithItsLicence(String protection, String player, String form) {
        var playing = film(new Protection(protection));
        var playback = playing.start(named(player), List.of("clearkey"));
        var licences = Map.of(
                "org.w3.clearkey", playback.at("/drm/clearkey/licenceUrl").asText());

        var seen = Chromium.plays(player, manifest(playback, form), 4)
                .withServers(licences, playing.token())
                .on(PAGE);

        assertPlayed(seen);
        playing.end(playback);
    }

    @Test
    void aStoryboardIsFoundByThoseWhoLook() {
        var playing = film(Protection.NONE);
        var playback = playing.start("dash.js", List.of());

        var seen = Chromium.plays("dash", manifest(playback, "dash"), 4).on(PAGE);

        assertThat(seen.at("/images").asInt()).as(seen.toString()).isEqualTo(1);
        playing.end(playback);
    }

    private static Playing film(Protection protection) {
        return FILMS.computeIfAbsent(protection, it -> Playing.of(Studio.film(it)));
    }

    /// As devices say it.
    private static String named(String player) {
        return player.equals("shaka") ? player : player + ".js";
    }

    private static String manifest(JsonNode playback, String form) {
        return playback.at("/manifests/" + form).asText();
    }

    private static void assertPlayed(JsonNode seen) {
        assertThat(seen.at("/error").asText()).as(seen.toString()).isEmpty();
        assertThat(seen.at("/refused")).as(seen.toString()).isEmpty();
        assertThat(seen.at("/frames").asInt()).isGreaterThan(20);
        assertThat(seen.at("/soughtTo").asDouble()).isGreaterThan(4);
        assertThat(seen.at("/duration").asDouble()).isBetween(5.9, 6.2);
        assertThat(seen.at("/height").asInt()).isIn(144, 180);
    }
}
