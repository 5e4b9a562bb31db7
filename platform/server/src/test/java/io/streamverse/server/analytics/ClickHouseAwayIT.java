package io.streamverse.server.analytics;

import static io.streamverse.server.beacons.Message.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// ClickHouse is killed under load, or was never there: players do not notice, and no event is lost or counted twice.
class ClickHouseAwayIT {
    private static final int MESSAGES = 300;

    @Test
    @DisabledIfSystemProperty(named = TestEngines.CONTAINERS, matches = "true", disabledReason = "it stays away")
    void killedWhileEventsArriveItCountsEachOnce() {
        var clickHouse = TestEngines.shared().clickHouse();
        try (var stage = Stage.alone(TestEngines.shared().counting("killed_it"))) {
            var tenant = stage.tenant();
            var player = Player.of(stage, tenant.liveSpace(), "ttl_1", "vwr_1");

            IntStream.range(0, MESSAGES).forEach(number -> {
                player.tell(List.of(event("start", Map.of()), event("progress", Map.of("watchedMs", 1000))));
                if (number % 100 == 50) {
                    clickHouse.kill();
                }
            });

            Eventually.is(
                    "all are counted",
                    () -> tenant.live()
                                    .get("/v1/analytics/sessions/" + player.session())
                                    .body()
                                    .path("data")
                                    .size()
                            == 2 * MESSAGES);
            Eventually.is(
                    "the sums follow",
                    () -> tenant.live()
                            .get("/v1/analytics/summary")
                            .at("/data/0/plays")
                            .equals(Integer.toString(MESSAGES)));
            assertThat(tenant.live().get("/v1/analytics/summary").at("/data/0/watchedSeconds"))
                    .isEqualTo(Integer.toString(MESSAGES));
        }
    }

    @Test
    void whileItIsAwayOnlyTheNumbersAre() {
        try (var stage = Stage.alone(Map.of("analytics.url", "http://127.0.0.1:1"))) {
            var tenant = stage.tenant();

            var answer = tenant.live().get("/v1/analytics/summary");

            assertThat(answer.code()).isEqualTo("analytics.unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(Player.of(stage, tenant.liveSpace(), "ttl_1", "vwr_1")
                            .watchesHalf()
                            .status())
                    .isEqualTo(202);
            assertThat(tenant.live().get("/v1/branding").status()).isEqualTo(200);
            var analytics = stage.server().getApplicationContext().getBean(Analytics.class);
            assertThat(TenantContext.call(tenant.liveSpace(), () -> analytics.trending(Duration.ofDays(1), 5)))
                    .isEmpty();
        }
    }
}
