package io.streamverse.server.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.media.Media;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ManifestsIT {
    private static final Stage STAGE = Stage.alone(Map.of("manifests.recheck", "1ms"));
    private static final String VARIANT = "w-h264-1080-none-plain";
    private final TestTenant tenant = STAGE.tenant();
    private final Reel reel = Reel.of(STAGE, tenant);
    private final String asset = reel.asset();

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void playersGetWhatTheirScreeningIsAllowed() {
        var playable = TenantContext.call(
                        tenant.liveSpace(), () -> bean(Media.class).playable(asset))
                .orElseThrow();

        var showing = bean(Manifests.class)
                .showing(playable, new Screening(Player.OTHER, 1080, Set.of("h264"), Set.of(), 0, false))
                .orElseThrow();

        assertThat(showing.variant()).isEqualTo(VARIANT);
        assertThat(showing.tracks()).containsExactly("v-h264-360", "v-h264-576", "v-h264-1080", "a-en-64", "a-en-128");
        assertThat(get(VARIANT, "main.m3u8").text())
                .startsWith("#EXTM3U\n")
                .contains("v-h264-1080.m3u8")
                .doesNotContain("2160", "hevc", "://");
    }

    @Test
    void everyManifestIsServedAsWhatItIs() {
        assertThat(get(VARIANT, "main.mpd").header("Content-Type")).isEqualTo("application/dash+xml");
        assertThat(get(VARIANT, "main.mpd").text()).startsWith("<?xml").contains("../$RepresentationID$/");
        assertThat(get(VARIANT, "v-h264-360.m3u8").text()).contains("../v-h264-360/2.m4s\n");
        assertThat(get(VARIANT, "v-h264-360.iframes.m3u8").text()).contains("../v-h264-360/2.i.m4s\n");
        var playlist = get(VARIANT, "main.m3u8");
        assertThat(playlist.header("Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
        assertThat(playlist.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(playlist.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void whatAPlayerHasIsNotSentAgain() {
        var first = get(VARIANT, "main.m3u8");

        var again = api().with("If-None-Match", "\"other\", " + first.header("ETag"))
                .get(path(VARIANT, "main.m3u8"));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void whoTakesItPackedGetsItPacked() throws Exception {
        var plain = get(VARIANT, "main.mpd");
        var request = api().with("Accept-Encoding", "br, gzip").request("GET", path(VARIANT, "main.mpd"), "");

        var answer = Api.http().send(request, BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("ETag"))
                .isNotEmpty()
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(unpacked(answer.body())).isEqualTo(plain.text());
    }

    @Test
    void whatItWouldBeCanBeAsked() {
        var head = Api.send(api().request("HEAD", path(VARIANT, "main.mpd"), ""));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get(VARIANT, "main.mpd").header("ETag"));
    }

    @Test
    void anEdgeThatTookTheTokenAwayGetsTheSame() {
        var path = path(VARIANT, "main.mpd");

        assertThat(STAGE.as(Stage.EDGE_KEY)
                        .get(path.substring(path.indexOf("/m/")))
                        .text())
                .isEqualTo(api().get(path).text());
    }

    @Test
    void captionsComeAndGo() {
        var label = "English\",URI=\"https://evil.example";
        var before = get(VARIANT, "main.m3u8");
        assertThat(before.text()).doesNotContain("SUBTITLES");
        var made = tenant.live()
                .with("Content-Type", "application/x-subrip")
                .post("/v1/assets/" + asset + "/captions?language=en&label=" + encoded(label), SRT);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);

        var after = get(VARIANT, "main.m3u8");

        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(after.text())
                .contains("NAME=\"English',URI='https://evil.example\"")
                .contains("captions-" + made.at("/id") + ".m3u8");
        assertThat(get(VARIANT, "captions-" + made.at("/id") + ".m3u8").text())
                .contains("../captions/" + made.at("/id") + ".vtt");
    }

    @Test
    void whatIsNoManifestIsNotThere() {
        assertThat(get(VARIANT, "v-h264-2160.m3u8").code()).isEqualTo("manifests.manifest.unknown");
        assertThat(get(VARIANT, "v-hevc-360.m3u8").status()).isEqualTo(404);
        assertThat(get(VARIANT, "captions-cap_1.m3u8").status()).isEqualTo(404);
        assertThat(get("w-h264-4320-none-plain", "main.mpd").status()).isEqualTo(404);
        assertThat(get("main", "main.mpd").status()).isEqualTo(404);
    }

    @Test
    void anotherTenantsAddressLeadsNowhere() {
        var other = STAGE.tenant();

        assertThat(api().get(reel.path(other, "pbs_1", VARIANT, "main.mpd")).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsDeletedIsGoneFromHereToo() {
        assertThat(get(VARIANT, "main.mpd").status()).isEqualTo(200);

        STAGE.run("DELETE FROM %s.bundle".formatted(tenant.liveSpace().schema()));

        assertThat(get(VARIANT, "main.mpd").status()).isEqualTo(404);
    }

    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,500\nHello\n";

    private Answer get(String variant, String file) {
        return api().get(path(variant, file));
    }

    private static Api api() {
        return STAGE.as("nobody");
    }

    private String path(String variant, String file) {
        return reel.path(variant, file);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static <T> T bean(Class<T> type) {
        return STAGE.server().getApplicationContext().getBean(type);
    }
}
