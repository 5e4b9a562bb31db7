package io.streamverse.server.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import org.junit.jupiter.api.Test;

class PlayerFilesIT {
    private final Api browser = Stage.shared().as("");

    @Test
    void aPageOfAnyHostMayLoadThem() {
        var entry = browser.with("Origin", "https://tenant.example").get("/player/streamverse-player.js");

        assertThat(entry.text()).contains("The player in tests");
        assertThat(entry.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(entry.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    }

    @Test
    void theEntryIsAskedForAgainAndItsPartsAreKept() {
        assertThat(browser.get("/player/streamverse-player.js").header("Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(browser.get("/player/assets/part-3f.js").header("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void anAddressLeadsNowhereElse() {
        for (var path : new String[] {
            "/player/../server.yml", "/player/..%2fserver.yml", "/player/none.js", "/player/", "/player"
        }) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
    }
}
