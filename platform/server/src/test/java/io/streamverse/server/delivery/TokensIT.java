package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets in, at our own server.
class TokensIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String SEGMENT = Film.VIDEO + "/1.m4s";
    private static final Stage STAGE = Stage.shared();
    private static final Film FILM = Film.of(STAGE, STAGE.tenant());
    private static final Film OTHER_ASSET = Film.of(STAGE, FILM.tenant());
    private static final Film OTHER_TENANT = Film.of(STAGE, STAGE.tenant());

    @Test
    void anExpiredTokenIsRefused() {
        assertThat(FILM.stage(FILM.folder(Duration.ofSeconds(-1)) + SEGMENT).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenOfAnotherAssetOrTenantIsRefused() {
        for (var other : List.of(OTHER_ASSET, OTHER_TENANT)) {
            assertThat(status(token(other.folder(LONG)), FILM.root() + SEGMENT)).isEqualTo(403);
        }
    }

    @Test
    void aTokenOfAnotherTrackOrVariantIsRefused() {
        var token = token(FILM.folder("sd", List.of(Film.AUDIO), LONG));

        assertThat(status(token, FILM.root() + SEGMENT)).isEqualTo(403);
        assertThat(status(token, FILM.root() + Film.VARIANT + "/steering.json")).isEqualTo(403);
        assertThat(status(token, FILM.root() + "sd/steering.json")).isEqualTo(200);
        assertThat(status(token, FILM.root() + Film.AUDIO + "/1.m4s")).isEqualTo(200);
    }

    @Test
    void aForgedTokenIsRefused() {
        var parts = token(FILM.folder(LONG)).split("\\.", -1);
        var none = encode("{\"alg\":\"none\"}");
        var claims = encode(decode(parts[1]).replace("pbs_1", "pbs_2"));

        for (var forged : List.of(
                none + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2],
                parts[0] + "." + claims + "." + parts[2],
                parts[0] + "." + parts[1] + "." + parts[2].substring(2),
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + "." + parts[2] + ".x",
                "x",
                "x".repeat(3000))) {
            assertThat(status(forged, FILM.root() + SEGMENT)).as(forged).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v-h264-360/../v-h264-360/1.m4s",
                "../1/v-h264-360/1.m4s",
                "v-h264-360/%2e%2e/1.m4s",
                "v-h264-360%2f1.m4s",
                "v-h264-360%252f1.m4s",
                "v-h264-360//1.m4s",
                "v-h264-360/1.m4s/",
                "v-h264-360/./1.m4s",
                "v-h264-360;x=1/1.m4s",
                "%76-h264-360/1.m4s",
                "v-h264-360/1.m4s%00",
                "..%2f..%2fother/1.m4s",
            })
    void aPathWithTricksIsNoAddress(String path) {
        assertThat(FILM.stage(FILM.folder(LONG) + path).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void anAddressOfTheLengthOfABookIsRefused() {
        assertThat(FILM.stage(FILM.folder(LONG) + "x".repeat(100_000)).statusCode())
                .isIn(400, 404, 413, 414);
    }

    @Test
    void withoutATokenOnlyAnEdgeGetsIn() {
        var edge = new String[] {"Authorization", "Bearer " + Stage.EDGE_KEY};

        assertThat(FILM.stage(FILM.root() + SEGMENT).statusCode()).isEqualTo(403);
        assertThat(FILM.stage(FILM.root() + SEGMENT, "Authorization", "Bearer x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(FILM.stage(FILM.root() + SEGMENT, edge).body()).isEqualTo(FILM.segment(1));
        assertThat(FILM.stage(FILM.root() + Film.VARIANT + "/steering.json", edge)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEdgeHandsOnWhoseSessionItIs() {
        var path = FILM.root() + Film.VARIANT + "/steering.json";
        var asked = MediaAddress.PACKAGE + token(FILM.folder(LONG));

        assertThat(asEdge(path, asked + path + "?_HLS_pathway=a").statusCode()).isEqualTo(200);
        assertThat(asEdge(path, asked + FILM.root() + SEGMENT).statusCode()).isEqualTo(403);
        assertThat(asEdge(path, MediaAddress.PACKAGE + token(OTHER_ASSET.folder(LONG)) + path)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void smuggledHeadersChangeNothing() {
        var answer = FILM.stage(
                FILM.root() + SEGMENT,
                Keeper.CLIENT_PATH,
                FILM.folder(LONG) + SEGMENT,
                "X-Original-URL",
                FILM.folder(LONG) + SEGMENT,
                "streamverse-file",
                "1");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aPageMayAskBeforehandAndReadRefusals() {
        var asked = FILM.send(
                "OPTIONS",
                FILM.folder(LONG) + SEGMENT,
                "Origin",
                "https://example.com",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "range");

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).hasValue("*");
        var refused = FILM.stage(FILM.folder(Duration.ofSeconds(-1)) + SEGMENT);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(new String(refused.body(), UTF_8)).contains("delivery.token.refused");
    }

    private static int status(String token, String path) {
        return FILM.stage(MediaAddress.PACKAGE + token + path).statusCode();
    }

    private static HttpResponse<byte[]> asEdge(String path, String asked) {
        return FILM.stage(path, "Authorization", "Bearer " + Stage.EDGE_KEY, Keeper.CLIENT_PATH, asked);
    }

    static String token(String folder) {
        return folder.substring(MediaAddress.PACKAGE.length(), folder.indexOf(MediaAddress.ROOT));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    }
}
