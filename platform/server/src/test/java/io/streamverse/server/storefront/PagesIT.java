package io.streamverse.server.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files that are served here are small ones of the tests' own.
class PagesIT {
    private static final Stage STAGE = Stage.shared();
    private final TestTenant tenant = STAGE.tenant();
    private final String host = tenant.slug() + ".localhost";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/titles/ttl_1", "/watch/ttl_1", "/search?q=x", "/profiles", "/sign-in", "/account"})
    void aTenantsHostShowsTheApp(String path) {
        var page = get(host, path);

        assertThat(page).contains("200 OK", "<title>The app</title>", "cache-control: no-cache");
        assertThat(page).contains("script-src 'self';", "frame-ancestors 'none'", "x-content-type-options: nosniff");
        assertThat(page).doesNotContain("script-src 'self' 'unsafe");
    }

    @Test
    void elsewhereTheOperatorIsShownTheWay() {
        assertThat(get("localhost", "/")).contains("<title>The operator</title>");
        assertThat(get("localhost", "/sign-in")).contains("404 Not Found", "http.route.unknown");
        assertThat(get("nobody.localhost", "/")).contains("<title>The operator</title>");
    }

    @Test
    void whatHasItsContentsInItsNameIsKeptForEver() {
        var asset = get(host, "/assets/app-1.js");

        assertThat(asset).contains("cache-control: public, max-age=31536000, immutable", "text/javascript");
    }

    @Test
    void whoTakesBrotliIsSentWhatTheBuildPacked() {
        assertThat(get(host, "/assets/app-1.js", "Accept-Encoding: gzip, br"))
                .contains("content-encoding: br", "what Brotli made of it");
        assertThat(get(host, "/assets/app-1.js", "Accept-Encoding: br;q=0, gzip"))
                .contains("content-encoding: gzip");
        assertThat(get(host, "/", "Accept-Encoding: gzip, br")).contains("content-encoding: gzip");
        assertThat(get(host, "/assets/app-1.js.br")).contains("404 Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.js", "/assets/..%2findex.html", "/assets/app-1.exe", "/assets/.env.js"})
    void nothingElseOfTheClassPathIsShown(String path) {
        assertThat(get(host, path)).contains("404 Not Found");
    }

    @Test
    void theApiAnswersAsBefore() {
        assertThat(get(host, "/viewer/v1/nothing")).contains("404 Not Found", "application/problem+json");
        assertThat(get(host, "/v1/branding")).contains("401 Unauthorized");
    }

    private static String get(String host, String path, String... headers) {
        var uri = STAGE.server().getURI();
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n"
                    .formatted(path, host, headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return lowerHead(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names of headers in small letters, as each server may write them otherwise.
    private static String lowerHead(InputStream answer) throws IOException {
        var text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        var lines = text.split("\r\n", -1);
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            var colon = lines[i].indexOf(':');
            lines[i] = lines[i].substring(0, colon).toLowerCase(Locale.ROOT) + lines[i].substring(colon);
        }
        return String.join("\n", lines);
    }
}
