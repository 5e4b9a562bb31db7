package io.streamverse.server.manifests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.streamverse.kernel.http.Shortcut;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is remembered is answered where the request came in; who names the version of the API goes the usual way.
class QuickAnswersIT {
    private static final Stage STAGE = Stage.shared();
    private static final String VARIANT = "w-h264-1080-none-plain";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private final TestTenant tenant = STAGE.tenant();
    private final Reel reel = Reel.of(STAGE, tenant);
    private final String manifest = reel.path(VARIANT, "main.mpd");

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip;q=0"})
    void itIsWhatTheUsualWayAnswers(String encoding) {
        var api = STAGE.as("nobody").with("Accept-Encoding", encoding);
        assertThat(isQuick(manifest)).isFalse();
        assertThat(api.get(manifest).status()).isEqualTo(200);

        assertThat(isQuick(manifest)).isTrue();

        var quick = api.get(manifest);
        var usual = api.with("StreamVerse-Version", "2026-11-20").get(manifest);
        assertThat(quick.status()).isEqualTo(200);
        assertThat(quick.header("Request-Id")).startsWith("req_");
        assertThat(quick.text()).isEqualTo(usual.text());
        assertThat(headers(quick)).isEqualTo(headers(usual));
    }

    @Test
    void whoHoldsNoGoodTokenIsRefusedAsEver() {
        STAGE.as("nobody").get(manifest);
        var forged = manifest.replaceFirst("/m/", "x/m/");
        var others = reel.path(STAGE.tenant(), "pbs_1", VARIANT, "main.mpd")
                .replaceFirst("/m/.*", manifest.substring(manifest.indexOf("/m/")));

        assertThat(List.of(forged, others))
                .noneMatch(QuickAnswersIT::isQuick)
                .allSatisfy(it -> assertThat(STAGE.as("nobody").get(it).code()).isEqualTo("delivery.token.refused"));
    }

    @Test
    void answersKeepTheirOrder() throws Exception {
        STAGE.as("nobody").get(manifest);
        var slow = "GET /v1/branding HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var quick = "GET " + manifest + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var last = slow.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");

        assertThat(statuses(quick + quick + slow + quick + slow + slow + quick + last))
                .containsExactly("200", "200", "401", "200", "401", "401", "200", "401");
    }

    private static List<String> statuses(String requests) throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), STAGE.server().getPort())) {
            socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
            var all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return STATUS.matcher(all).results().map(it -> it.group(1)).toList();
        }
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("request-id", "date"));
        return headers;
    }

    private static boolean isQuick(String path) {
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
        return STAGE.server().getApplicationContext().getBeansOfType(Shortcut.class).stream()
                .anyMatch(it -> it.find(request) != null);
    }
}
