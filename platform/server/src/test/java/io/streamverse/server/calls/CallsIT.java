package io.streamverse.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.metering.Metering;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsIT {
    private final Stage stage = Stage.shared();
    private final TestTenant tenant = stage.tenant();

    @Test
    void everyAdmittedCallIsInTheUsageWithinSeconds() {
        for (int i = 0; i < 20; i++) {
            tenant.live().get("/v1/branding");
        }
        tenant.live().get("/v1/nowhere");
        stage.as("sv_live_wrong").get("/v1/branding");

        Eventually.within(
                Duration.ofSeconds(5), "the calls are counted", () -> calls().compareTo(BigDecimal.valueOf(21)) == 0);
    }

    @Test
    void whatTheOperatorReportsComesOutAtTheTenantsEnd() {
        var taken = stage.operator()
                .post(
                        "/operator/v1/usage-events",
                        Map.of(
                                "events",
                                List.of(Map.of(
                                        "tenantId", tenant.id().value(),
                                        "env", "live",
                                        "id", "one",
                                        "source", "helpdesk",
                                        "meter", "support.hours",
                                        "quantity", 2,
                                        "at", Instant.now().toString()))));

        assertThat(taken.at("/results/0/status")).as(taken.text()).isEqualTo("accepted");
        assertThat(tenant.live().get("/v1/usage?meter=support.hours").at("/data/0/quantity"))
                .isEqualTo("2");
        var export = tenant.live().get("/v1/usage/export?meter=support.hours&format=jsonl");
        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(export.at("/id")).isEqualTo("one");
    }

    @Test
    void aFileIsStreamedThrough() {
        var file = IntStream.range(0, 10_000).mapToObj(this::line).collect(Collectors.joining("\n"));

        var taken = stage.operator()
                .with("Content-Type", "application/x-ndjson")
                .post("/operator/v1/usage-backfills", file);

        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        var path = "/operator/v1/usage-backfills/" + taken.at("/id");
        Eventually.is(
                "it is booked", () -> stage.operator().get(path).at("/accepted").equals("10000"));
    }

    private String line(int number) {
        return """
                {"tenantId": "%s", "env": "live", "id": "%d", "source": "cdn", "meter": "delivery.bytes", "quantity": 3, \
                "at": "%s"}""".formatted(tenant.id(), number, Instant.now());
    }

    private BigDecimal calls() {
        var space = tenant.liveSpace();
        var now = Instant.now();
        return Objects.requireNonNull(stage.billing()
                .getApplicationContext()
                .getBean(Metering.class)
                .totals(space, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))
                .get("api.calls"));
    }
}
