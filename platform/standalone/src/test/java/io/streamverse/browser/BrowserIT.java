package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.flows.Studio;
import io.streamverse.sdk.model.Protection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A film that our worker encoded plays in each player from our manifests: first frame, seek, track switch.
class BrowserIT {
    private static final String VARIANT = "w-h264-180-none-plain";
    private static Page page;
    private static Edge edge;
    private static Studio.Film film;

    @BeforeAll
    static void upload() {
        page = new Page();
        edge = new Edge(page);
        film = Studio.film(Protection.NONE);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({"shaka, main.mpd", "shaka, main.m3u8", "hls, main.m3u8", "dash, main.mpd"})
    void aClearFilmPlays(String player, String file) {
        var seen = Chromium.plays(player, manifest(VARIANT, file), 4).on(page);

        assertThat(seen.at("/error").asText()).as(seen.toString()).isEmpty();
        assertThat(seen.at("/refused")).as(seen.toString()).isEmpty();
        assertThat(seen.at("/frames").asInt()).isGreaterThan(20);
        assertThat(seen.at("/soughtTo").asDouble()).isGreaterThan(4);
        assertThat(seen.at("/duration").asDouble()).isBetween(5.9, 6.2);
        assertThat(seen.at("/height").asInt()).isIn(144, 180);
        // The film speaks one language, and dash.js is asked for another sound.
        assertThat(seen.at("/switchedTo").asText().equals("none")).isEqualTo(player.equals("dash"));
    }

    @Test
    void aStoryboardIsFoundByThoseWhoLook() {
        var seen = Chromium.plays("dash", manifest(VARIANT, "main.mpd"), 4).on(page);

        assertThat(seen.at("/images").asInt()).as(seen.toString()).isEqualTo(1);
    }

    private static String manifest(String variant, String file) {
        return edge.manifest(film.tenant(), film.asset(), film.version(), variant, file);
    }
}
