package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.streamverse.flows.Studio;
import io.streamverse.sdk.model.CreateApiKey;
import io.streamverse.sdk.model.Protection;
import io.streamverse.standalone.TestStandalone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody of a tenant's looks at the numbers while a film is watched, with nothing but a keyboard; then the same
/// pages in light and dark, in French, and on a telephone. Pictures of them lie in `target/screenshots`.
class AdminIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final Path SCRIPT = Path.of("src/test/js/admin.mjs").toAbsolutePath();
    private static JsonNode seen = MissingNode.getInstance();

    @BeforeAll
    static void aDayAtWork() throws IOException {
        Files.createDirectories(SCREENSHOTS);
        var film = Studio.film(Protection.NONE);
        var playback = Playing.of(film).start("shaka", List.of());
        var key = film.client()
                .apiKeys()
                .create(new CreateApiKey()
                        .name("Console")
                        .scopes(List.of("tenant:read", "analytics:read", "catalog:read", "playback:read")))
                .key();
        seen = Chromium.run(
                SCRIPT,
                Map.of(
                        "site", TestStandalone.url().toString(),
                        "key", key,
                        "beacons", playback.at("/beaconUrl").asText(),
                        "session", playback.at("/sessionId").asText(),
                        "folder", SCREENSHOTS.toString()));
        assertThat(seen.at("/error").asText()).as(seen.toPrettyString()).isEmpty();
    }

    @Test
    void aWrongKeySaysWhatToDo() {
        assertThat(seen.at("/wrongKey").asText()).contains("keys.key.refused", "Check that");
    }

    @Test
    void theKeyIsNotKeptInThePage() {
        assertThat(seen.at("/keyIsKept").asBoolean(true)).isFalse();
        assertThat(seen.at("/afterwards").asInt()).isEqualTo(401);
    }

    @Test
    void theNumbersFollowAPlayThatGoesOn() {
        assertThat(seen.at("/isLive").asBoolean()).isTrue();
        assertThat(seen.at("/startup").asText()).isEqualTo("321 ms");
    }

    @Test
    void whatChildrenMissIsNamed() {
        assertThat(seen.at("/unrated").asText()).contains("Film", "profiles with an age limit do not find them");
    }

    @Test
    void aTableOpensInASpreadsheet() {
        assertThat(seen.at("/csvName").asText()).isEqualTo("title-day.csv");
        assertThat(seen.at("/csv").asText()).startsWith("\"key\",\"plays\"").contains(",1,1,");
    }

    @Test
    void aPlaybackIsToldInWords() {
        assertThat(seen.at("/latest").asText()).contains("Film", "Test (Browser)");
        assertThat(seen.at("/moments").toString()).contains("First picture", "Watches", "Error", "End");
    }

    @Test
    void allOfItIsReachedByKeys() {
        assertThat(seen.at("/skipsFirst").asText()).isEqualTo("Skip to content");
    }

    @Test
    void everyPageIsForEverybody() {
        assertThat(seen.at("/violations"))
                .as(seen.at("/violations").toPrettyString())
                .isEmpty();
        assertThat(seen.at("/overflow")).as(seen.at("/overflow").toString()).isEmpty();
        assertThat(seen.at("/faults")).as(seen.at("/faults").toString()).isEmpty();
    }
}
