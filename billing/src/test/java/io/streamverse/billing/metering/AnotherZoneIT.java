package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.billing.BillingStage;
import io.streamverse.billing.Subscriber;
import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.testkit.Eventually;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A tenant takes another zone while there is usage already of the time when it will hold.
class AnotherZoneIT {
    private final BillingStage stage = BillingStage.shared();
    private final Instant now = Instant.now();
    private final Subscriber tenant = Subscriber.of(stage, "starter", "EUR", now.minus(Duration.ofDays(100)));
    private final Instant change = stage.bean(Subscriptions.class)
            .periodAt(tenant.live().tenant(), now)
            .to();

    @Test
    void whatWasBookedAheadIsSummedByTheNewHours() {
        advanceTo(change.plus(Duration.ofDays(2)));
        var hour = change.plus(Duration.ofHours(30));
        tenant.use(tenant.test(), "live.ingest", "1", hour.plus(Duration.ofMinutes(10)));
        tenant.use(tenant.test(), "live.ingest", "2", hour.plus(Duration.ofMinutes(40)));
        tenant.use(tenant.test(), "live.ingest", "4", change.minus(Duration.ofMinutes(1)));

        moveTo("Asia/Kolkata");

        assertThat(used("hour").findValuesAsText("at"))
                .containsExactly(
                        change.minus(Duration.ofHours(1)).toString(),
                        hour.minus(Duration.ofMinutes(30)).toString(),
                        hour.plus(Duration.ofMinutes(30)).toString());
        assertThat(used("hour").findValuesAsText("quantity")).containsExactly("4", "1", "2");
        assertThat(total(hour.plus(Duration.ofMinutes(30)), change.plus(Duration.ofDays(5))))
                .isEqualByComparingTo("2");
    }

    @Test
    void aLevelIsHeldThroughTheShortDayBetweenTwoZones() {
        advanceTo(change.plus(Duration.ofDays(3)));
        tenant.use(tenant.test(), "storage", "1000", change.minus(Duration.ofDays(2)));

        moveTo("America/New_York");

        var days = stage.key(tenant.test(), "*")
                .get("/v1/usage?meter=storage&groupBy=day&from=%s&to=%s"
                        .formatted(change.minus(Duration.ofDays(1)), change.plus(Duration.ofDays(1))))
                .body()
                .findValuesAsText("quantity");
        assertThat(days.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("48000");
        assertThat(days).hasSize(3);
    }

    private void advanceTo(Instant to) {
        var key = stage.key(tenant.test(), "*");
        key.post("/v1/test-clock/advance", Map.of("to", to.toString()));
        Eventually.is(
                "the clock is there",
                () -> key.get("/v1/test-clock").at("/state").equals("ready"));
    }

    private void moveTo(String zone) {
        stage.operator().patch("/operator/v1/subscriptions/" + tenant.subscription(), Map.of("timeZone", zone));
    }

    private JsonNode used(String groupBy) {
        return stage.key(tenant.test(), "*")
                .get("/v1/usage?meter=live.ingest&groupBy=%s&from=%s&to=%s"
                        .formatted(groupBy, change.minus(Duration.ofDays(1)), change.plus(Duration.ofDays(5))))
                .body();
    }

    private BigDecimal total(Instant from, Instant to) {
        return stage.bean(Metering.class).totals(tenant.test(), from, to).getOrDefault("live.ingest", BigDecimal.ZERO);
    }
}
