package io.streamverse.server.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestClockIT {
    private static final Stage STAGE = Stage.shared();

    @Test
    void aTestEnvironmentGoesAheadInBillingAndInTheServer() {
        var tenant = STAGE.tenant();
        var test = STAGE.as(tenant.testKey());
        assertThat(test.get("/v1/test-clock").at("/state")).isEqualTo("ready");
        var to = Instant.now().plus(Duration.ofDays(40));

        var asked = advance(test, to);

        assertThat(asked.status()).isEqualTo(202);
        Eventually.is(
                "it is ready", () -> test.get("/v1/test-clock").at("/state").equals("ready"));
        assertThat(Instant.parse(test.get("/v1/test-clock").at("/now"))).isBetween(to, to.plusSeconds(60));
        Eventually.is(
                "the server follows", () -> !businessTime(tenant.testSpace()).isBefore(to));
        assertThat(businessTime(tenant.liveSpace())).isBefore(to);
    }

    @Test
    void itGoesForwardOnlyAndNotTooFar() {
        var test = STAGE.as(STAGE.tenant().testKey());
        var to = Instant.now().plus(Duration.ofDays(40));
        advance(test, to);

        assertThat(advance(test, to.minusSeconds(1)).at("/code")).isEqualTo("clock.step.backwards");
        assertThat(advance(test, to.plus(Duration.ofDays(3_000))).at("/code")).isEqualTo("clock.step.too-far");
        assertThat(advance(test, to.plusSeconds(60)).status()).isEqualTo(202);
    }

    @Test
    void theLiveEnvironmentHasNoClock() {
        var live = STAGE.as(STAGE.tenant().liveKey());

        assertThat(live.get("/v1/test-clock").at("/code")).isEqualTo("clock.environment.live");
        assertThat(advance(live, Instant.now().plusSeconds(60)).at("/code")).isEqualTo("clock.environment.live");
    }

    @Test
    void aTenantMovesItsOwnClockAlone() {
        var mover = STAGE.as(STAGE.tenant().testKey());
        var other = STAGE.tenant();
        var to = Instant.now().plus(Duration.ofDays(40));

        advance(mover, to);
        Eventually.is(
                "it is ready", () -> mover.get("/v1/test-clock").at("/state").equals("ready"));

        assertThat(Instant.parse(STAGE.as(other.testKey()).get("/v1/test-clock").at("/now")))
                .isBefore(to);
    }

    private static Answer advance(Api api, Instant to) {
        return api.post("/v1/test-clock/advance", Map.of("to", to.toString()));
    }

    private static Instant businessTime(TenantSpace space) {
        var time = STAGE.server().getApplicationContext().getBean(BusinessTime.class);
        return TenantContext.call(space, time::now);
    }
}
