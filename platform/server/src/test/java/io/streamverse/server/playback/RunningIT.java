package io.streamverse.server.playback;

import static io.streamverse.server.playback.House.START;
import static io.streamverse.server.playback.House.forTier;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.playback.House.Fan;
import io.streamverse.testkit.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningIT {
    private static final Stage STAGE = Stage.shared();
    private final House house = House.live(STAGE);
    private final String title = house.title();
    private final Fan fan = house.fan();
    private final String session = fan.playing(title);

    @Test
    void itIsKeptRenewedAndEnded() {
        assertThat(act("heartbeat")).isEqualTo(204);
        var renewed = fan.api().post(path("renewal"), "");
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.at("/manifests/dash")).contains(renewed.at("/token"));
        assertThat(renewed.at("/renewAfterSeconds")).isEqualTo("180");

        assertThat(fan.api().delete(START + "/" + session).status()).isEqualTo(204);

        assertThat(act("heartbeat")).isEqualTo(410);
        assertThat(act("renewal")).isEqualTo(410);
        assertThat(fan.start(title).status()).isEqualTo(201);
        assertThat(fan.api().delete(START + "/" + session).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "renewal", "licence/clearkey"})
    void anotherViewersSessionIsNotThere(String act) {
        var thief = house.fan();

        assertThat(thief.api().post(path(act), "").code()).isEqualTo("playback.session.unknown");
        assertThat(thief.api().delete(START + "/" + session).status()).isEqualTo(404);
        assertThat(act("heartbeat")).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "renewal", "licence/clearkey"})
    void anotherTenantsSessionIsNotThere(String act) {
        var stranger = House.live(STAGE).fan();

        assertThat(stranger.api().post(path(act), "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "renewal", "licence/clearkey"})
    void aForgedTokenOpensNothing(String act) {
        var token = fan.api().key();
        var forged = token.substring(0, token.length() - 6) + "AAAAAA";

        assertThat(house.viewer(forged).post(path(act), "").status()).isEqualTo(401);
        assertThat(house.guest(path(act), "").status()).isEqualTo(401);
        assertThat(house.viewer(house.tenant.liveKey()).post(path(act), "").status())
                .isEqualTo(401);
    }

    @Test
    void aTakenOverOneIsOverAtOnce() {
        fan.start(title, Map.of("stopOthers", true));

        assertThat(act("heartbeat")).isEqualTo(410);
        assertThat(act("renewal")).isEqualTo(410);
        assertThat(fan.api().post(path("licence/clearkey"), "{}").status()).isEqualTo(410);
        assertThat(isRevoked()).isTrue();
    }

    @Test
    void staffSeesAndRevokesIt() {
        var listed = house.api.get("/v1/playback-sessions?state=running&viewerId=" + fan.id());
        assertThat(listed.at("/data/0/id")).isEqualTo(session);
        assertThat(listed.at("/data/0/device/name")).isEqualTo("Laptop");

        assertThat(house.api.delete("/v1/playback-sessions/" + session).status())
                .isEqualTo(204);

        var revoked = house.api.get("/v1/playback-sessions/" + session);
        assertThat(revoked.at("/state")).isEqualTo("ended");
        assertThat(revoked.at("/endedBecause")).isEqualTo("revoked");
        assertThat(act("renewal")).isEqualTo(410);
        assertThat(isRevoked()).isTrue();
        assertThat(fan.start(title).status()).isEqualTo(201);
    }

    @Test
    void anotherTenantsStaffSeesNothingOfIt() {
        var other = STAGE.tenant().live();

        assertThat(other.get("/v1/playback-sessions/" + session).status()).isEqualTo(404);
        assertThat(other.delete("/v1/playback-sessions/" + session).status()).isEqualTo(404);
        assertThat(other.get("/v1/playback-sessions").body().get("data")).isEmpty();
    }

    @Test
    void whoLoggedOutRenewsNothing() {
        fan.api().post("/viewer/v1/auth/logout", Map.of());

        assertThat(act("renewal")).isEqualTo(401);
        assertThat(fan.start(title).code()).isEqualTo("playback.denied.signed-out");
    }

    @Test
    void aClearAssetHasNoKey() {
        assertThat(fan.api().post(path("licence/clearkey"), "{}").code()).isEqualTo("playback.key.unknown");
        assertThat(fan.api().post(path("licence/rot13"), "{}").status()).isEqualTo(400);
    }

    @Test
    void supportSeesEveryStep() {
        var premium = house.title(forTier("premium"));

        var explained = house.api.get(
                "/v1/playback-decisions?device=av1&titleId=%s&viewerId=%s&territory=fr".formatted(premium, fan.id()));

        assertThat(explained.at("/outcome")).isEqualTo("denied");
        assertThat(explained.at("/code")).isEqualTo("playback.denied.no-entitlement");
        assertThat(explained.body().get("steps").findValuesAsText("step"))
                .isEqualTo(List.of(
                        "title",
                        "suspended",
                        "signed-out",
                        "territory",
                        "window",
                        "no-entitlement",
                        "age",
                        "device",
                        "offline",
                        "quota",
                        "concurrency",
                        "downloads"));
        assertThat(explained.body().get("steps").findValuesAsText("result"))
                .containsExactly(
                        "passed", "passed", "passed", "passed", "passed", "failed", "passed", "failed", "skipped",
                        "passed", "failed", "skipped");
    }

    private boolean isRevoked() {
        return STAGE.server().getApplicationContext().getBean(Revocations.class).isRevoked(session);
    }

    private int act(String what) {
        return fan.api().post(path(what), "").status();
    }

    private String path(String what) {
        return START + "/" + session + "/" + what;
    }
}
