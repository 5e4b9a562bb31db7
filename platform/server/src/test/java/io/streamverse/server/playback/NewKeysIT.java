package io.streamverse.server.playback;

import static io.streamverse.server.playback.House.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.playback.House.Fan;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An asset that was encrypted anew: what plays goes on with the old keys, what starts gets the new ones.
class NewKeysIT {
    private static final Stage STAGE = Stage.shared();
    private final House house = House.live(STAGE);
    private final String title = house.encryptedTitle(Map.of());
    private final Fan fan = house.fanOf("family");

    @Test
    void bothVersionsPlayEachWithItsOwnKeys() {
        var before = start();
        var old = licence(before);

        house.encryptAnew();

        var after = start();
        assertThat(licence(after)).hasSameSizeAs(old).doesNotContainAnyElementsOf(old);
        assertThat(licence(before)).isEqualTo(old);
        assertThat(house.api
                        .get("/v1/playback-sessions/" + before.at("/sessionId"))
                        .at("/assetVersion"))
                .isEqualTo("1");
    }

    @Test
    void theOldOneIsOverOnceItsVersionIsGone() {
        var before = start();
        house.encryptAnew();
        house.run("DELETE FROM $schema.bundle WHERE replaced_at IS NOT NULL");

        assertThat(ask(before).code()).isEqualTo("playback.key.unknown");
        assertThat(licence(start())).isNotEmpty();
    }

    private Answer start() {
        var device = Map.of("id", "d", "name", "Page", "kind", "web", "player", "shaka", "drm", List.of("clearkey"));
        return fan.start(title, Map.of("device", device));
    }

    private List<String> licence(Answer playback) {
        return ask(playback).body().findValuesAsText("k");
    }

    private Answer ask(Answer playback) {
        var version = house.api
                .get("/v1/playback-sessions/" + playback.at("/sessionId"))
                .at("/assetVersion");
        return fan.api()
                .post(
                        "%s/%s/licence/clearkey".formatted(START, playback.at("/sessionId")),
                        Map.of("kids", List.of(house.kid(Integer.parseInt(version)))));
    }
}
