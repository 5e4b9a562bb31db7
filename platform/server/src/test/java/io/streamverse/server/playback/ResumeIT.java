package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Films of twelve seconds.
class ResumeIT {
    private static final Stage STAGE = Stage.shared();
    private final House house = House.live(STAGE);
    private final String title = house.title();

    @Test
    void anotherDeviceGoesOnWhereThisOneIs() {
        var fan = house.fanOf("family");
        var playing = fan.playing(title);

        assertThat(beat(fan, playing, Map.of("positionMs", 7_400)).status()).isEqualTo(204);

        assertThat(fan.start(title).at("/resumeAtSeconds")).isEqualTo("7");
    }

    @Test
    void whoEndsSaysWhere() {
        var fan = house.fan();
        var path = House.START + "/" + fan.playing(title);

        assertThat(fan.api().delete(path + "?positionMs=6000").status()).isEqualTo(204);

        assertThat(fan.start(title).at("/resumeAtSeconds")).isEqualTo("6");
    }

    @Test
    void aFilmThatIsOverBeginsAnew() {
        var fan = house.fanOf("family");

        beat(fan, fan.playing(title), Map.of("positionMs", 99_000));

        assertThat(fan.start(title).at("/resumeAtSeconds")).isEqualTo("0");
    }

    @Test
    void aHeartbeatNeedSayNothing() {
        var fan = house.fanOf("family");

        assertThat(beat(fan, fan.playing(title), "").status()).isEqualTo(204);
        assertThat(beat(fan, "pbs_01k9m6xw3t8r5v2c7b4n1q0z6d", Map.of("positionMs", 1))
                        .status())
                .isEqualTo(404);
        assertThat(beat(fan, fan.playing(house.title()), Map.of("positionMs", -1))
                        .status())
                .isBetween(400, 422);
    }

    @Test
    void nobodyMovesAnother() {
        var fan = house.fanOf("family");
        var playing = fan.playing(title);

        var refused = beat(house.fan(), playing, Map.of("positionMs", 7_000));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(fan.start(title).at("/resumeAtSeconds")).isEqualTo("0");
    }

    @Test
    void whatIsPlayedTrends() {
        house.fan().playing(title);

        Eventually.is(
                "it trends",
                () -> house.guestGet("/viewer/v1/home")
                        .body()
                        .findValuesAsText("name")
                        .contains("trending"));
    }

    private static Answer beat(House.Fan fan, String session, Object body) {
        return fan.api().post(House.START + "/" + session + "/heartbeat", body);
    }
}
