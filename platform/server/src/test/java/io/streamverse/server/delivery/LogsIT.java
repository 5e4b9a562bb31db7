package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.metering.Metering;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What edges delivered.
class LogsIT {
    private static final Stage STAGE = Stage.shared();
    private final TestTenant tenant = STAGE.tenant();
    private final String object = "edge-1/" + tenant.slug() + ".log";

    @Test
    void aPieceThatComesAgainOrOverlapsCountsOnce() {
        var first = line(200, 1000, "4000/1000") + line(206, 250, "4000/1000");
        var second = line(200, 1000, "2002/1000");

        assertThat(send(0, first).at("/counted")).isEqualTo(String.valueOf(first.length()));
        assertThat(send(0, first).at("/counted")).isEqualTo(String.valueOf(first.length()));
        var all = String.valueOf(first.length() + second.length());
        assertThat(send(0, first + second).at("/counted")).isEqualTo(all);
        assertThat(send(first.length(), second).at("/counted")).isEqualTo(all);

        isBooked(2_250, 7_002);
    }

    @Test
    void halfALineWaitsForItsOtherHalf() {
        var lines = line(200, 1000, "4000/1000") + line(200, 500, "4000/500");
        int cut = lines.length() - 3;

        long counted = Long.parseLong(send(0, lines.substring(0, cut)).at("/counted"));
        assertThat(counted).isLessThan(cut);
        send(counted, lines.substring((int) counted));

        isBooked(1_500, 8_000);
    }

    @Test
    void aPieceBehindAGapIsSentBack() {
        var refused = send(10, line(200, 1000, "4000/1000"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("delivery.log.gap");
        assertThat(edge().get("/internal/delivery/logs?object=" + object).at("/counted"))
                .isEqualTo("0");
    }

    @Test
    void whatDeliveredNothingOrIsNoLineOfOursCountsNothing() {
        send(
                0,
                line(304, 0, "4000/1000")
                        + line(403, 120, "-")
                        + line(200, 900, "-")
                        + line(200, 9_000_000, "4000/1000").replace("GET", "HEAD")
                        + "\nnonsense\t\t\n\u0000\t\uffff\n"
                        + line(200, 9_000, "4000/1000"));

        isBooked(1_000, 4_000);
    }

    @Test
    void onlyEdgesTellAndGetKeys() {
        var stranger = STAGE.as("x".repeat(40));

        assertThat(stranger.get("/internal/delivery/keys").status()).isEqualTo(403);
        assertThat(stranger.get("/internal/delivery/logs?object=x").status()).isEqualTo(403);
        assertThat(edge().get("/internal/delivery/keys").at("/streamverse/keys/0/alg"))
                .isEqualTo("HS256");
    }

    private Answer send(long offset, String lines) {
        return edge().with("Content-Type", "text/plain")
                .post("/internal/delivery/logs?object=%s&offset=%d".formatted(object, offset), lines);
    }

    private static Api edge() {
        return STAGE.as(Stage.EDGE_KEY);
    }

    private String line(int status, long bytes, String worth) {
        return "%d.123\tGET\t%d\t%d\thttp://edge.example/m/%s/ast_01234567890123456789012345/1/v-h264-360/1.m4s?CMCD=x\t%s\tHIT\n"
                .formatted(Instant.now().getEpochSecond(), status, bytes, tenant.id(), worth);
    }

    private void isBooked(long bytes, long millis) {
        Eventually.within(
                Duration.ofSeconds(30),
                "it is booked",
                () -> used("delivery.bytes") >= bytes && used("delivery.minutes") >= millis);
        assertThat(used("delivery.bytes")).isEqualTo(bytes);
        assertThat(used("delivery.minutes")).isEqualTo(millis);
    }

    private long used(String meter) {
        var now = Instant.now();
        return STAGE.billing()
                .getApplicationContext()
                .getBean(Metering.class)
                .totals(tenant.liveSpace(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))
                .getOrDefault(meter, BigDecimal.ZERO)
                .longValueExact();
    }
}
