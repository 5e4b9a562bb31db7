package io.streamverse.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import org.junit.jupiter.api.Test;

class SiteIT {
    private final Api browser = Stage.shared().as("");

    @Test
    void everyPageIsTheOneThatDrawsThemAll() {
        assertThat(browser.get("/admin").text()).contains("The console in tests");
        assertThat(browser.get("/admin/analytics/titles").text()).contains("The console in tests");
    }

    @Test
    void nothingForeignIsLetIn() {
        assertThat(browser.get("/admin").header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("http", "*", "unsafe-eval");
    }

    @Test
    void whatBearsAHashIsKeptForEverAndTravelsPacked() {
        var plain = browser.get("/admin/assets/words-3f.js");
        var packed = browser.with("Accept-Encoding", "gzip").get("/admin/assets/words-3f.js");

        assertThat(plain.text()).contains("again and again");
        assertThat(plain.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(browser.get("/admin").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void anAddressLeadsNowhereElse() {
        for (var path : new String[] {
            "/admin/assets/../../server.yml", "/admin/..%2fserver.yml", "/admin/%2e%2e/server.yml", "/admin/none.js"
        }) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
    }
}
