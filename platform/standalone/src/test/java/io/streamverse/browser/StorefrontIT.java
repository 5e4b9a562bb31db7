package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.flows.Theatre;
import io.streamverse.standalone.TestStandalone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A viewer's evening, from signing up to going on elsewhere; then the same pages by keyboard, across the room, without
/// a network, in other languages and by ear. Pictures of all pages lie in `target/screenshots`.
class StorefrontIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonNode seen = JSON.missingNode();

    @BeforeAll
    static void anEvening() {
        var theatre = Theatre.open();
        var address = TestStandalone.url();
        seen = watched(Map.of(
                "site", "http://%s.localhost:%d".formatted(theatre.slug(), address.getPort()),
                "api", address.toString(),
                "key", theatre.key(),
                "locked", theatre.locked(),
                "folder", SCREENSHOTS.toString()));
        assertThat(seen.at("/error").asText()).as(seen.toPrettyString()).isEmpty();
    }

    @Test
    void whoSignsUpAndIsGivenATierPlays() {
        assertThat(seen.at("/guestRails").toString()).contains("New", "For the whole family", "Free to watch");
        assertThat(seen.at("/lockedAtFirst").asBoolean()).isTrue();
        assertThat(seen.at("/faults")).as(seen.at("/faults").toString()).isEmpty();
        assertThat(seen.at("/refused")).as(seen.at("/refused").toString()).isEmpty();
    }

    @Test
    void anotherDeviceGoesOn() {
        assertThat(seen.at("/goesOn").toString()).contains("Premium film");
        assertThat(seen.at("/resumedAt").asDouble()).isBetween(8.0, 16.0);
    }

    @Test
    void nothingLiesOnWhatIsWrittenOnThePicture() {
        assertThat(seen.at("/headingIsCovered").asBoolean(true)).isFalse();
    }

    @Test
    void fromRightToLeftAllIsMirrored() {
        assertThat(seen.at("/isMirrored").asBoolean()).isTrue();
    }

    @Test
    void noScriptSeesWhatSignsIn() {
        assertThat(seen.at("/scriptSees").asText()).isEmpty();
    }

    @Test
    void allIsReachedByKeysAndByArrows() {
        assertThat(seen.at("/skipsFirst").asText()).isEqualTo("skip");
        assertThat(seen.at("/arrowsMove").asBoolean()).isTrue();
        assertThat(seen.at("/openedByKeys").asBoolean()).isTrue();
        assertThat(seen.at("/largeLetters").asDouble()).isGreaterThan(16);
    }

    @Test
    void eachSignInShowsItsDevice() {
        assertThat(seen.at("/devices"))
                .hasSizeGreaterThan(2)
                .allSatisfy(it -> assertThat(it.asText()).isEqualTo("Chrome, Linux"));
    }

    @Test
    void nothingGlidesForThoseWhoAskedForLessMotion() {
        assertThat(seen.at("/motion")).as(seen.at("/motion").toString()).hasSize(1);
        assertThat(seen.at("/motion/0").asText()).isEqualTo("instant");
    }

    @Test
    void everyPageIsForEverybody() {
        assertThat(seen.at("/violations"))
                .as(seen.at("/violations").toPrettyString())
                .isEmpty();
        assertThat(seen.at("/overflow")).as(seen.at("/overflow").toString()).isEmpty();
    }

    @Test
    void withoutANetworkItSaysSoUntilThereIsOne() {
        assertThat(seen.at("/offline").asText()).isEqualTo("You are offline");
        assertThat(seen.at("/brandOffline").asText()).isEqualTo("Polaris");
    }

    @Test
    void itIsSmall() {
        assertThat(seen.at("/scriptBytes").asLong()).isBetween(20_000L, 200_000L);
    }

    private static JsonNode watched(Map<String, String> task) {
        try {
            Files.createDirectories(SCREENSHOTS);
            var script = Path.of("src/test/js/storefront.mjs").toAbsolutePath().toString();
            var node = new ProcessBuilder("node", script, JSON.writeValueAsString(task))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || node.exitValue() != 0) {
                node.destroy();
                throw new AssertionError("The browser ended early: " + said);
            }
            return JSON.readTree(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
