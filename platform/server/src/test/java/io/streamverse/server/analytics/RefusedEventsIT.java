package io.streamverse.server.analytics;

import static io.streamverse.server.beacons.Message.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.events.qoe.PlayerMoment;
import io.streamverse.events.qoe.PlayerReported;
import io.streamverse.kernel.messaging.Firehose;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Among others come two events that ClickHouse will never take: they step aside, and all others count, once.
class RefusedEventsIT {
    private static final int OTHERS = 40;

    @Test
    void whatIsRefusedForGoodStopsNobody() {
        try (var stage = Stage.alone(Map.of())) {
            var tenant = stage.tenant();
            var player = Player.of(stage, tenant.liveSpace(), "ttl_1", "vwr_1");
            starts(player, OTHERS);
            tellsNonsense(stage, tenant, player);
            starts(player, OTHERS);
            tellsNonsense(stage, tenant, player);

            stage.restart(TestEngines.shared().counting("refused_it"));

            var live = stage.as(tenant.liveKey());
            Eventually.is(
                    "all others count",
                    () -> live.get("/v1/analytics/summary").at("/data/0/plays").equals("80"));
            assertThat(live.get("/v1/analytics/sessions/" + player.session())
                            .body()
                            .get("data"))
                    .hasSize(2 * OTHERS);
            assertThat(letters(stage)).hasSize(2).allSatisfy(it -> {
                assertThat(it.get("consumer").textValue()).isEqualTo("server.analytics");
                assertThat(it.get("reason").textValue()).contains("Code: ");
            });
            assertThat(stage.operator()
                            .post(
                                    "/operator/v1/dead-letters/%s/replay"
                                            .formatted(letters(stage)
                                                    .getLast()
                                                    .get("id")
                                                    .textValue()),
                                    "")
                            .code())
                    .isEqualTo("messaging.dead-letter.failed-again");
        }
    }

    private static void starts(Player player, int times) {
        IntStream.range(0, times).forEach(_ -> player.tell(List.of(event("start", Map.of()))));
    }

    /// As no reader of ours would let it pass: its id is none.
    private static void tellsNonsense(Stage stage, TestTenant tenant, Player player) {
        var now = Instant.now();
        var moment = new PlayerMoment(
                "no uuid", 1, "start", now, 0, null, null, null, null, null, null, null, null, null, null, null);
        var told = new PlayerReported(
                player.session(), "ttl_1", "ast_1", 60_000, "web", null, null, null, null, null, now, List.of(moment));
        var firehose = stage.server().getApplicationContext().getBean(Firehose.class);
        assertThat(firehose.send(tenant.liveSpace(), told)).isTrue();
    }

    /// Newest first.
    private static List<JsonNode> letters(Stage stage) {
        return stage.operator()
                .get("/operator/v1/dead-letters")
                .body()
                .get("data")
                .valueStream()
                .toList();
    }
}
