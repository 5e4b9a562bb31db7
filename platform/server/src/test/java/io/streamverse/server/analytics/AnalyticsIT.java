package io.streamverse.server.analytics;

import static io.streamverse.server.beacons.Message.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.beacons.Message;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a player's message to a tenant's numbers.
class AnalyticsIT {
    private static final Stage STAGE = Stage.alone(TestEngines.shared().counting("analytics_it"));
    private final TestTenant tenant = STAGE.tenant();
    private final Player player = Player.of(STAGE, tenant.liveSpace(), "ttl_metropolis", "vwr_ada");

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @BeforeEach
    void halfAFilmIsWatched() {
        player.watchesHalf();
        awaitEvents(6);
        Eventually.is(
                "the sums follow",
                () -> get("summary").at("/data/0/plays").equals("1")
                        && get("retention/ttl_metropolis").body().get("data").size() == 16);
    }

    @Test
    void theNumbersAreWhatThePlayerTold() {
        var figures = get("summary").body().at("/data/0");

        assertThat(figures.get("plays").intValue()).isEqualTo(1);
        assertThat(figures.get("sessions").intValue()).isEqualTo(1);
        assertThat(figures.get("viewers").intValue()).isEqualTo(1);
        assertThat(figures.get("startupP50Ms").intValue()).isEqualTo(400);
        assertThat(figures.get("watchedSeconds").intValue()).isEqualTo(9);
        assertThat(figures.get("rebufferRatio").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(figures.get("averageKbps").intValue()).isEqualTo(2000);
        assertThat(figures.get("completed").intValue()).isZero();
    }

    @Test
    void aMessageSentTwiceCountsOnce() {
        var message = Message.of(player.session(), List.of(event("start", Map.of())));
        player.send(message);
        player.send(message);
        player.ends();
        awaitEvents(8);

        Eventually.is(
                "each counts", () -> get("summary").at("/data/0/completed").equals("1"));
        assertThat(get("summary").at("/data/0/plays")).isEqualTo("2");
    }

    @Test
    void timeTitlesAndEdgesAreToldApart() {
        Player.of(STAGE, tenant.liveSpace(), "ttl_nosferatu", "vwr_bo").watchesHalf();
        Eventually.is(
                "two titles", () -> get("breakdown?by=title").body().get("data").size() == 2);

        assertThat(get("breakdown?by=edge&titleId=ttl_metropolis").at("/data/0/key"))
                .isEqualTo("edge-1");
        assertThat(get("breakdown?by=country").at("/data/0/sessions")).isEqualTo("2");
        assertThat(get("timeseries?interval=day").body().get("data")).isNotEmpty();
        assertThat(get("summary?titleId=ttl_nosferatu").at("/data/0/sessions")).isEqualTo("1");
    }

    @Test
    void errorsAreCountedByTheirCode() {
        var errors = get("errors");

        assertThat(errors.at("/data/0/code")).as(errors.text()).isEqualTo("1002");
        assertThat(errors.at("/data/0/errors")).isEqualTo("1");
    }

    @Test
    void whatWasSeenOfATitleIsACurve() {
        var curve = get("retention/ttl_metropolis").body().get("data");

        assertThat(curve).hasSize(16);
        assertThat(curve.get(0).get("percent").intValue()).isEqualTo(35);
        assertThat(curve.get(0).get("share").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void whoWatchesNowIsNotHeWhoHasEnded() {
        assertThat(get("concurrent").at("/sessions")).isEqualTo("1");
        player.ends();

        Eventually.is("nobody watches", () -> get("concurrent").at("/sessions").equals("0"));
    }

    @Test
    void aPlaybackIsToldMomentByMoment() {
        var timeline = get("sessions/" + player.session());

        assertThat(timeline.body().get("data").findValuesAsText("type"))
                .containsExactlyInAnyOrder("start", "firstFrame", "stall", "resume", "error", "progress");
        assertThat(timeline.at("/titleId")).isEqualTo("ttl_metropolis");
        assertThat(timeline.at("/viewer")).isNotEmpty().doesNotContain("vwr_ada");
    }

    @Test
    void aTableOpensInASpreadsheet() {
        var csv = get("export?report=breakdown&by=title");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).startsWith("\"key\",\"plays\"").contains("\"ttl_metropolis\",1,1");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var stranger = STAGE.tenant();

        assertThat(stranger.live().get("/v1/analytics/summary").at("/data/0/sessions"))
                .isEqualTo("0");
        assertThat(stranger.live()
                        .get("/v1/analytics/sessions/" + player.session())
                        .code())
                .isEqualTo("analytics.session.unknown");
        assertThat(tenant.test().get("/v1/analytics/summary").at("/data/0/sessions"))
                .isEqualTo("0");
    }

    @Test
    void aHostileFilterIsAValueAndNothingElse() {
        var hostile = "'%20OR%201=1%20--";

        assertThat(get("summary?titleId=" + hostile).at("/data/0/sessions")).isEqualTo("0");
        assertThat(get("sessions/" + hostile).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThat(get("summary?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .code())
                .isEqualTo("analytics.query.invalid");
        assertThat(get("timeseries?interval=hour&from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .code())
                .isEqualTo("analytics.query.invalid");
    }

    @Test
    void whatIsWatchedMostTrends() {
        var analytics = STAGE.server().getApplicationContext().getBean(Analytics.class);

        assertThat(TenantContext.call(tenant.liveSpace(), () -> analytics.trending(Duration.ofDays(3), 10)))
                .containsExactly("ttl_metropolis");
    }

    private void awaitEvents(int count) {
        Eventually.is(
                count + " events are counted",
                () -> get("sessions/" + player.session()).body().path("data").size() == count);
    }

    private Answer get(String path) {
        return tenant.live().get("/v1/analytics/" + path);
    }
}
