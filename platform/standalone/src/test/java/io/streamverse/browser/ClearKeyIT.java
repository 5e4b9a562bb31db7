package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.manifest.KeyLines;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Which key lines and boxes players take a ClearKey by; the key is the test's own.
@Tag("soak")
class ClearKeyIT {
    private final Page page = new Page();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CENC, IDENTITY, shaka, main.mpd",
        "CBCS, IDENTITY, shaka, main.mpd",
        "CENC, CLEARKEY, hls, main.m3u8",
        "CBCS, CLEARKEY, hls, main.m3u8"
    })
    void aLicenceServerOpensIt(Scheme scheme, KeyLines lines, String player, String file) throws Exception {
        var film = new PackagedFilm(page, folder, scheme, lines);
        var servers = Map.of("org.w3.clearkey", film.licenceServer());

        assertPlayed(Chromium.plays(player, film.manifest(file), 3)
                .withServers(servers)
                .on(page));
    }

    @ParameterizedTest
    @EnumSource(
            value = Scheme.class,
            names = {"CENC", "CBCS"})
    void shakaFetchesTheKeyOfAnIdentityLine(Scheme scheme) throws Exception {
        var film = new PackagedFilm(page, folder, scheme, KeyLines.IDENTITY);

        assertPlayed(Chromium.plays("shaka", film.manifest("main.m3u8"), 3).on(page));
    }

    @ParameterizedTest
    @CsvSource({"CENC, main.mpd", "CBCS, main.mpd", "CENC, main.m3u8", "CBCS, main.m3u8"})
    void aPlayerMayKnowTheKeyAlready(Scheme scheme, String file) throws Exception {
        var film = new PackagedFilm(page, folder, scheme, KeyLines.LICENSED);
        var keys = Map.of(PackagedFilm.KEY_ID, PackagedFilm.KEY);

        assertPlayed(
                Chromium.plays("shaka", film.manifest(file), 3).withKeys(keys).on(page));
    }

    private static void assertPlayed(JsonNode seen) {
        assertThat(seen.at("/error").asText()).as(seen.toString()).isEmpty();
        assertThat(seen.at("/refused")).as(seen.toString()).isEmpty();
        assertThat(seen.at("/frames").asInt()).isGreaterThan(20);
        assertThat(seen.at("/soughtTo").asDouble()).isGreaterThan(3);
    }
}
