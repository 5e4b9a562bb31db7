package io.streamverse.server.playback;

import static io.streamverse.server.playback.House.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.playback.House.Fan;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys at addresses of their own, which players of identity key lines fetch, and licences that are asked for again:
/// who gets them, and who would like to.
class KeysIT {
    private static final Stage STAGE = Stage.shared();
    private static final Api NOBODY = new Api(STAGE.server().getURI(), "");
    private final House house = House.live(STAGE);
    private final String key = house.protect();
    private final String title = house.title();
    private final Fan fan = house.fan();
    private final Answer playing = play(fan);
    private final String folder = folder(playing);

    @Test
    void whoPlaysGetsTheKeyOfWhatPlays() {
        var answer = NOBODY.get(folder + "keys/" + key);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("16");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00112233445566778899aabbccddeeff",
                "xx112233445566778899aabbccddeeff",
                "0",
                "..",
                "%2e%2e",
                "keys",
                "00112233445566778899aabbccddeeff00"
            })
    void thereIsNoOtherKey(String id) {
        assertThat(NOBODY.get(folder + "keys/" + id).status()).isIn(403, 404);
    }

    @Test
    void anotherFilmsKeyIsNotGiven() {
        var other = House.live(STAGE);
        var foreign = other.protect();
        var another = other.fan().start(other.title(), clearKey());

        assertThat(NOBODY.get(folder + "keys/" + foreign).status()).isEqualTo(404);
        assertThat(NOBODY.get(folder(another) + "keys/" + key).status()).isEqualTo(404);
        assertThat(NOBODY.get(token(another) + folder.substring(folder.indexOf("/m/")) + "keys/" + key)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutATokenNobodyGetsIt() {
        var path = folder.substring(folder.indexOf("/m/")) + "keys/" + key;
        var edge = NOBODY.as(Stage.EDGE_KEY);

        assertThat(NOBODY.get(path).status()).isEqualTo(403);
        assertThat(fan.api().get(path).status()).isEqualTo(403);
        assertThat(edge.get(path).status()).isEqualTo(403);
        assertThat(edge.with("StreamVerse-Client-Path", token(playing) + path)
                        .get(path)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoseSessionEndedGetsItNoMore() {
        fan.api().delete(START + "/" + playing.at("/sessionId"));

        assertThat(NOBODY.get(folder + "keys/" + key).code()).isEqualTo("playback.session.ended");
    }

    @Test
    void whoWasPutOutGetsItNoMore() {
        house.api.delete("/v1/playback-sessions/" + playing.at("/sessionId"));

        assertThat(NOBODY.get(folder + "keys/" + key).status()).isEqualTo(403);
    }

    @Test
    void whoLoggedOutGetsItNoMore() {
        fan.api().post("/viewer/v1/auth/logout", Map.of());

        assertThat(NOBODY.get(folder + "keys/" + key).status()).isEqualTo(401);
    }

    @Test
    void aLicenceIsAskedForAgainByWhoPlaysAlone() {
        var licence = URI.create(playing.at("/drm/clearkey/licenceUrl")).getPath();
        var challenge = challenge(key);
        var first = fan.api().post(licence, challenge);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(fan.api().post(licence, challenge).text()).isEqualTo(first.text());

        assertThat(house.fan().api().post(licence, challenge).status()).isEqualTo(404);
        assertThat(House.live(STAGE).fan().api().post(licence, challenge).status())
                .isEqualTo(404);
        fan.api().delete(START + "/" + playing.at("/sessionId"));
        assertThat(fan.api().post(licence, challenge).status()).isEqualTo(410);
    }

    @Test
    void aLicenceOpensNoOtherKey() {
        var other = House.live(STAGE);
        var licence = URI.create(playing.at("/drm/clearkey/licenceUrl")).getPath();

        var asked = fan.api().post(licence, challenge(other.protect()));

        assertThat(asked.status()).isIn(403, 404);
        assertThat(asked.text().toLowerCase(Locale.ROOT)).doesNotContain("\"k\"");
    }

    private Answer play(Fan who) {
        var started = who.start(title, clearKey());
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        return started;
    }

    private static Map<String, Object> clearKey() {
        return Map.of(
                "device",
                Map.of("id", "d", "name", "Web", "kind", "web", "player", "shaka", "drm", List.of("clearkey")));
    }

    private static String folder(Answer playing) {
        return URI.create(playing.at("/manifests/hls")).getPath().replaceFirst("[^/]+/main.m3u8$", "");
    }

    private static String token(Answer playing) {
        return "/URISigningPackage=" + playing.at("/token");
    }

    private static String challenge(String keyId) {
        return "{\"kids\":[\"%s\"],\"type\":\"temporary\"}"
                .formatted(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(keyId)));
    }
}
