package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.flows.Reel;
import io.streamverse.flows.Reels;
import io.streamverse.sdk.model.Protection;
import io.streamverse.testkit.Ffmpeg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Films of many kinds, from their upload to a browser's screen; what no browser here decodes is read by FFmpeg.
class CorpusPlayIT {
    private static final Page PAGE = new Page();
    private static final Map<Reel, Playing> FILMS = new EnumMap<>(Reel.class);

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        PAGE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PORTRAIT, hls, hls, 180, 320",
        "ROTATED, dash, dash, 180, 320",
        "ODD, shaka, dash, 320, 180",
        "FILM_RATE, hls, hls, 320, 180",
        "FPS_50, shaka, dash, 320, 180",
        "FPS_60, dash, dash, 320, 180",
        "VARIABLE, shaka, hls, 320, 180",
        "SILENT, shaka, dash, 320, 180",
        "SURROUND, hls, hls, 320, 180",
        "VP9, shaka, dash, 320, 180",
        "AV1, shaka, hls, 320, 180"
    })
    void aReelIsSeen(Reel reel, String player, String form, int width, int height) {
        assertSeen(reel, player, form, width, height);
    }

    @ParameterizedTest
    @Tag("soak")
    @CsvSource({
        "PORTRAIT, shaka, hls, 180, 320",
        "ROTATED, hls, hls, 180, 320",
        "FILM_RATE, shaka, dash, 320, 180",
        "FPS_60, shaka, hls, 320, 180",
        "SILENT, hls, hls, 320, 180",
        "SURROUND, shaka, dash, 320, 180",
        "AV1, dash, dash, 320, 180"
    })
    void andInTheOtherPlayers(Reel reel, String player, String form, int width, int height) {
        assertSeen(reel, player, form, width, height);
    }

    @ParameterizedTest
    @CsvSource({"shaka, dash", "hls, hls", "dash, dash"})
    void soundAloneIsHeard(String player, String form) {
        assertPlayed(watch(Reel.SOUND, player, form, Map.of("sound", true)));
    }

    @ParameterizedTest
    @CsvSource({"shaka, dash", "shaka, hls", "hls, hls", "dash, dash"})
    void anotherLanguageIsHeardAndCaptionsAreRead(String player, String form) {
        var seen = watch(Reel.LANGUAGES, player, form, Map.of("language", "fr", "captions", true));

        assertPlayed(seen);
        assertThat(seen.at("/heard").asText()).isEqualTo("fr");
        assertThat(seen.at("/read").asText()).isEqualTo("Good evening.");
    }

    @ParameterizedTest
    @CsvSource({"hls", "dash"})
    void whatNoBrowserHereDecodesIsReadThroughTheManifest(String form) throws Exception {
        var playback = film(Reel.HEVC).start("other", List.of("hevc"), List.of());
        var pictures = folder.resolve("pictures.txt");

        ffmpeg("-i", manifest(playback, form), "-map", "0:v:0", "-f", "framecrc", pictures.toString());

        var frames = Files.readAllLines(pictures).stream()
                .filter(it -> !it.startsWith("#"))
                .toList();
        assertThat(frames).hasSize(96);
        film(Reel.HEVC).end(playback);
    }

    private static void assertSeen(Reel reel, String player, String form, int width, int height) {
        var seen = watch(reel, player, form, Map.of());

        assertPlayed(seen);
        assertThat(seen.at("/frames").asInt()).isGreaterThan(15);
        assertThat(seen.at("/height").asInt()).is(isARungOf(height));
        assertThat(seen.at("/width").asInt()).is(isARungOf(width));
    }

    /// Sizes of rungs are even, so odd films miss by up to two.
    private static Condition<Integer> isARungOf(int size) {
        return new Condition<>(
                it -> Stream.of(size, size * 4 / 5).anyMatch(rung -> Math.abs(rung - it) <= 2), "a rung of %d", size);
    }

    private static JsonNode watch(Reel reel, String player, String form, Map<String, Object> more) {
        var film = film(reel);
        var playback = film.start(
                player.equals("shaka") ? player : player + ".js", List.of("h264", "vp9", "av1"), keySystems(reel));
        var task = new HashMap<>(more);
        if (!keySystems(reel).isEmpty()) {
            var address = playback.at("/drm/clearkey/licenceUrl").asText();
            task.put("servers", Map.of("org.w3.clearkey", address));
            task.put("headers", Map.of("Authorization", "Bearer " + film.token()));
        }
        var seen = new Chromium(player, manifest(playback, form), 2.5, task).on(PAGE);
        film.end(playback);
        return seen;
    }

    private static List<String> keySystems(Reel reel) {
        return reel.protection().equals(Protection.NONE) ? List.of() : List.of("clearkey");
    }

    private static void assertPlayed(JsonNode seen) {
        assertThat(seen.at("/error").asText()).as(seen.toString()).isEmpty();
        assertThat(seen.at("/refused")).as(seen.toString()).isEmpty();
        assertThat(seen.at("/soughtTo").asDouble()).isGreaterThan(2.5);
        assertThat(seen.at("/duration").asDouble()).as(seen.toString()).isBetween(3.9, 4.15);
    }

    private static String manifest(JsonNode playback, String form) {
        return playback.at("/manifests/" + form).asText();
    }

    private static Playing film(Reel reel) {
        return FILMS.computeIfAbsent(reel, it -> Playing.of(Reels.film(it)));
    }

    private static void ffmpeg(String... arguments) {
        new Ffmpeg(Path.of("target", "standalone", "worker").toAbsolutePath()).run(arguments);
    }
}
