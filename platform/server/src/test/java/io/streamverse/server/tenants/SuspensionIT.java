package io.streamverse.server.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspensionIT {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Stage STAGE = Stage.alone(Map.of("test.clock", true));
    private static EmbeddedServer other;

    private final TestTenant tenant = STAGE.tenant();
    private final String path = "/operator/v1/tenants/" + tenant.id() + "/suspension";

    @BeforeAll
    static void begin() {
        other = STAGE.anotherServer(Map.of());
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void abuseEndsEverythingOnEveryServerWithinASecond() {
        assertThat(elsewhere().get("/v1/tenant").status()).isEqualTo(200);

        suspend(Map.of("reason", "spam"));

        Eventually.within(
                A_SECOND,
                "both servers refuse",
                () -> suspended(elsewhere().get("/v1/tenant"))
                        && suspended(tenant.live().get("/v1/tenant"))
                        && suspended(tenant.test().get("/v1/tenant")));
    }

    @Test
    void aResumedTenantGoesOnWithinASecond() {
        suspend(Map.of("reason", "spam"));
        Eventually.within(A_SECOND, "it ends", () -> suspended(elsewhere().get("/v1/tenant")));

        assertThat(STAGE.operator().delete(path).at("/state")).isEqualTo("active");

        Eventually.within(
                A_SECOND, "it goes on", () -> elsewhere().get("/v1/tenant").status() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"restricted", "playback-stopped"})
    void milderLevelsLeaveTheKeysAlone(String level) {
        var answer = suspend(Map.of("reason", "unpaid", "level", level));

        assertThat(answer.at("/suspension/level")).isEqualTo(level);
        Eventually.within(
                A_SECOND,
                "the tenant sees it",
                () -> tenant.live().get("/v1/tenant").at("/suspension/level").equals(level));
    }

    @Test
    void aDatedSuspensionBeginsOnItsDate() {
        var clock = STAGE.server().getApplicationContext().getBean(TestClock.class);
        var at = clock.instant().plus(Duration.ofHours(1));
        suspend(Map.of("reason", "contract ends", "level", "abuse", "at", at.toString()));
        assertThat(tenant.live().get("/v1/tenant").status()).isEqualTo(200);

        clock.pass(Duration.ofHours(2));

        assertThat(suspended(tenant.live().get("/v1/tenant"))).isTrue();
    }

    @Test
    void aSuspensionNeedsAReasonAndALevelWeKnow() {
        assertThat(suspend(Map.of()).at("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(suspend(Map.of("reason", "x", "level", "total")).at("/errors/0/pointer"))
                .isEqualTo("/level");
    }

    private Api elsewhere() {
        return new Api(other.getURI(), tenant.liveKey());
    }

    private Answer suspend(Map<String, Object> request) {
        return STAGE.operator().post(path, request);
    }

    private static boolean suspended(Answer answer) {
        return answer.status() == 403 && answer.code().equals("tenants.tenant.suspended");
    }
}
