package io.streamverse.server.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClosureIT {
    private static final Stage STAGE = Stage.alone(Map.of("test.clock", true));

    private final TestTenant tenant = STAGE.tenant();
    private final String path = "/operator/v1/tenants/" + tenant.id() + "/closure";

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void aTenantThatClosesReadsAndServesButBuildsNothing() {
        assertThat(close(Map.of("reason", "the contract ends", "graceDays", 10)).at("/askedBy"))
                .isEqualTo("operator");

        Eventually.is(
                "it closes",
                () -> tenant.live().get("/v1/tenant").at("/closure/reason").equals("the contract ends"));
        assertThat(build().status()).isEqualTo(403);
        assertThat(build().code()).isEqualTo("tenants.tenant.closing");
        assertThat(tenant.live()
                        .post("/v1/viewer-sessions", Map.of("externalId", "ada"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void reopenedWithinTheGraceItIsAsItWas() {
        STAGE.operator()
                .post(
                        "/operator/v1/tenants/" + tenant.id() + "/suspension",
                        Map.of("level", "restricted", "reason", "unpaid"));
        close(Map.of("reason", "a mistake"));
        Eventually.is("it closes", () -> build().status() == 403);

        assertThat(STAGE.operator().delete(path).status()).isEqualTo(204);

        Eventually.is("it builds again", () -> build().status() == 201);
        var seen = tenant.live().get("/v1/tenant");
        assertThat(seen.at("/state")).isEqualTo("suspended");
        assertThat(seen.at("/suspension/level")).isEqualTo("restricted");
        assertThat(seen.body().has("closure")).isFalse();
    }

    @Test
    void closingStopsNewWorkAndReopeningLetsItGoOn() {
        close(Map.of("reason", "the contract ends"));
        Eventually.is("no turn is given", () -> "t".equals(share()));

        STAGE.operator().delete(path);

        Eventually.is("turns are given", () -> "f".equals(share()));
    }

    @Test
    void atTheEndOfTheGraceEverythingStops() {
        var clock = STAGE.server().getApplicationContext().getBean(TestClock.class);
        close(Map.of("reason", "the contract ends", "graceDays", 3));
        Eventually.is("it closes", () -> build().status() == 403);

        clock.pass(Duration.ofDays(4));

        Eventually.is(
                "its keys are refused", () -> tenant.live().get("/v1/tenant").status() >= 401);
    }

    @Test
    void aTenantAsksForItsEndItselfAndTakesItBack() {
        var asked = tenant.live().post("/v1/tenant/closure", Map.of("reason", "we stop", "graceDays", 14));

        assertThat(asked.at("/askedBy")).isEqualTo("tenant");
        assertThat(tenant.live().delete("/v1/tenant/closure").status()).isEqualTo(204);
        Eventually.is("it builds again", () -> build().status() == 201);
    }

    @Test
    void aTenantNeverEndsItselfAtOnceNorFromTest() {
        assertThat(tenant.live()
                        .post("/v1/tenant/closure", Map.of("reason", "now", "graceDays", 0))
                        .code())
                .isEqualTo("closing.closure.grace-too-short");
        assertThat(tenant.test()
                        .post("/v1/tenant/closure", Map.of("reason", "from test"))
                        .code())
                .isEqualTo("closing.closure.live-only");
    }

    @Test
    void whatTheOperatorClosedTheTenantCannotReopen() {
        close(Map.of("reason", "the contract ends"));

        assertThat(tenant.live().delete("/v1/tenant/closure").code()).isEqualTo("closing.closure.operators");
    }

    private Answer close(Map<String, Object> request) {
        return STAGE.operator().post(path, request);
    }

    private Answer build() {
        return tenant.live()
                .post(
                        "/v1/titles",
                        Map.of(
                                "kind",
                                "movie",
                                "texts",
                                Map.of("en", Map.of("name", "Metropolis")),
                                "access",
                                Map.of("kind", "free")));
    }

    private String share() {
        return String.valueOf(
                STAGE.ask("SELECT closing FROM control.job_share WHERE tenant_id = '%s'".formatted(tenant.id())));
    }
}
