package io.streamverse.server.playback;

import static io.streamverse.server.playback.House.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.playback.House.Fan;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfflineIT {
    private static final Stage STAGE = Stage.shared();
    private final House house = House.live(STAGE);
    private final String title = house.encryptedTitle(Map.of());

    @Test
    void aDeviceKeepsAFilmAndItsLicence() {
        var fan = house.fanOf("standard");

        var kept = keep(fan, title, "tablet");

        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(until(kept)).isBetween(inDays(29), inDays(30));
        assertThat(kept.at("/offline/playWithinHours")).isEqualTo("48");
        assertThat(kept.at("/heartbeatSeconds")).isEqualTo("0");
        var licence = licence(fan, kept, "persistent-license");
        assertThat(licence.at("/type")).isEqualTo("persistent-license");
        assertThat(licence.body().get("keys")).hasSize(2);
    }

    @Test
    void itTakesNoPlace() {
        var fan = house.fanOf("standard");
        assertThat(watch(fan, "phone").status()).isEqualTo(201);
        assertThat(watch(fan, "laptop").status()).isEqualTo(201);

        assertThat(keep(fan, title, "tablet").status()).isEqualTo(201);
        assertThat(watch(fan, "tv").code()).isEqualTo("playback.denied.concurrency");
    }

    @Test
    void whatIsWatchedKeepsNoLicence() {
        var fan = house.fanOf("standard");
        var streamed = watch(fan, "tablet");

        assertThat(licence(fan, streamed, "persistent-license").code()).isEqualTo("drm.licence.offline-refused");
        assertThat(licence(fan, streamed, "temporary").status()).isEqualTo(200);
    }

    @Test
    void aTierWithoutDownloadsKeepsNothing() {
        var denied = keep(house.fanOf("basic"), title, "tablet");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.code()).isEqualTo("playback.denied.offline");
        assertThat(denied.at("/facts/tier")).isEqualTo("basic");
        assertThat(keep(house.fan(), title, "tablet").code()).isEqualTo("playback.denied.offline");
    }

    @Test
    void whereLicencesOfTheTracksAreNotKeptNothingIs() {
        var settings = (ObjectNode) house.api.get("/v1/drm/settings").body();
        ((ObjectNode) settings.get("audio")).put("offlineDays", 0);
        house.api.put("/v1/drm/settings", settings.toString());

        assertThat(keep(house.fanOf("standard"), title, "tablet").code()).isEqualTo("playback.denied.offline");
    }

    @Test
    void theShortestOfItsTracksCounts() {
        var settings = (ObjectNode) house.api.get("/v1/drm/settings").body();
        ((ObjectNode) settings.get("audio")).put("offlineDays", 2);
        settings.put("playWithinHours", 6);
        house.api.put("/v1/drm/settings", settings.toString());

        var kept = keep(house.fanOf("standard"), title, "tablet");

        assertThat(until(kept)).isBetween(inDays(1), inDays(2));
        assertThat(kept.at("/offline/playWithinHours")).isEqualTo("6");
    }

    @Test
    void moreThanTheTierAllowsAreNotKept() {
        house.api.patch("/v1/tiers/standard", Map.of("downloads", 1));
        var fan = house.fanOf("standard");
        var first = keep(fan, title, "tablet").at("/sessionId");

        var denied = keep(fan, title, "phone");

        assertThat(denied.code()).isEqualTo("playback.denied.downloads");
        assertThat(denied.at("/facts/sessions/0/sessionId")).isEqualTo(first);
        assertThat(fan.api().delete(START + "/" + first).status()).isEqualTo(204);
        assertThat(keep(fan, title, "phone").status()).isEqualTo(201);
    }

    @Test
    void theSameOnTheSameDeviceTakesTheOldOnesPlace() {
        house.api.patch("/v1/tiers/standard", Map.of("downloads", 1));
        var fan = house.fanOf("standard");
        var first = keep(fan, title, "tablet");

        var again = keep(fan, title, "tablet");

        assertThat(again.status()).isEqualTo(201);
        assertThat(listed(fan)).containsExactly(again.at("/sessionId"));
        assertThat(renew(fan, first).status()).isEqualTo(410);
    }

    @Test
    void aViewerSeesTheirOwnDownloadsAlone() {
        var fan = house.fanOf("standard");
        var kept = keep(fan, title, "tablet");

        assertThat(listed(fan)).containsExactly(kept.at("/sessionId"));
        assertThat(listed(house.fanOf("standard"))).isEmpty();
        assertThat(house.viewer("").get("/viewer/v1/downloads").status()).isEqualTo(401);
        assertThat(house.api
                        .get("/v1/playback-sessions/" + kept.at("/sessionId"))
                        .at("/keptUntil"))
                .isEqualTo(kept.at("/offline/until"));
    }

    @Test
    void renewingDecidesAnew() {
        var fan = house.fan();
        var premium = house.encryptedTitle(House.forTier("premium"));
        var grant = house.api.post("/v1/viewers/%s/grants".formatted(fan.id()), Map.of("tier", "premium"));
        var kept = keep(fan, premium, "tablet");
        assertThat(until(renew(fan, kept))).isAfter(until(kept));

        house.api.delete("/v1/viewers/%s/grants/%s".formatted(fan.id(), grant.at("/id")));

        assertThat(renew(fan, kept).code()).isEqualTo("playback.denied.no-entitlement");
    }

    @Test
    void aGrantAndAWindowEndItBeforeItsDays() {
        var fan = house.fan();
        var until = Instant.now().plus(Duration.ofDays(3)).toString();
        house.api.post("/v1/viewers/%s/grants".formatted(fan.id()), Map.of("tier", "standard", "until", until));
        var closes = Instant.now().plus(Duration.ofDays(1)).toString();
        var brief = house.encryptedTitle(Map.of("windows", List.of(Map.of("until", closes))));

        assertThat(until(keep(fan, title, "tablet"))).isBetween(inDays(2), inDays(3));
        assertThat(until(keep(fan, brief, "tablet"))).isBetween(inDays(0), inDays(1));
    }

    @Test
    void itOutlivesItsLogInAndItsVersion() {
        var fan = house.fanOf("standard");
        var kept = keep(fan, title, "tablet");
        var later = house.signedInAgain(fan);
        house.run("DELETE FROM $schema.bundle WHERE number = 1 AND protection <> 'NONE'");

        assertThat(fan.api().post("/viewer/v1/auth/logout", Map.of()).status()).isLessThan(300);

        assertThat(licence(later, kept, "persistent-license").status()).isEqualTo(200);
    }

    @Test
    void staffRevokesIt() {
        var fan = house.fanOf("standard");
        var kept = keep(fan, title, "tablet");

        house.api.delete("/v1/playback-sessions/" + kept.at("/sessionId"));

        assertThat(renew(fan, kept).code()).isEqualTo("playback.session.ended");
        assertThat(licence(fan, kept, "persistent-license").status()).isEqualTo(410);
        assertThat(listed(fan)).isEmpty();
    }

    @Test
    void silenceDoesNotLoseIt() {
        var fan = house.fanOf("standard");
        var kept = keep(fan, title, "tablet");
        house.run("UPDATE $schema.playback_session SET seen_at = now() - interval '3 days'");

        TenantContext.run(
                house.tenant.liveSpace(), STAGE.server().getApplicationContext().getBean(Lost.class)::end);

        assertThat(listed(fan)).containsExactly(kept.at("/sessionId"));
    }

    @Test
    void supportSeesWhyNot() {
        var fan = house.fanOf("basic");

        var explained = house.api.get("/v1/playback-decisions?offline=true&device=h264,clearkey&titleId=%s&viewerId=%s"
                .formatted(title, fan.id()));

        assertThat(explained.at("/code")).isEqualTo("playback.denied.offline");
    }

    private static Answer keep(Fan fan, String title, String device) {
        return fan.start(title, Map.of("offline", true, "device", device(device)));
    }

    private Answer watch(Fan fan, String device) {
        return fan.start(title, Map.of("device", device(device)));
    }

    private static Map<String, Object> device(String id) {
        return Map.of("id", id, "name", id, "kind", "android", "player", "media3", "drm", List.of("clearkey"));
    }

    private static Answer renew(Fan fan, Answer playback) {
        return fan.api().post("%s/%s/renewal".formatted(START, playback.at("/sessionId")), "");
    }

    private Answer licence(Fan fan, Answer playback, String type) {
        return fan.api()
                .post(
                        "%s/%s/licence/clearkey".formatted(START, playback.at("/sessionId")),
                        Map.of("kids", List.of(house.kid(1)), "type", type));
    }

    private static List<String> listed(Fan fan) {
        return fan.api().get("/viewer/v1/downloads").body().findValuesAsText("sessionId");
    }

    private static Instant until(Answer playback) {
        return Instant.parse(playback.at("/offline/until"));
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).plusSeconds(1);
    }
}
