package io.streamverse.server.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Wherever a server dies, the erasure ends as if it had not.
class KilledErasureIT {
    private static final String NUMBERS = "killed_erasure_it";
    private static final int STORES = 8;
    private static final int MOMENTS = 4;
    private static final Stage STAGE = stage();
    private static final EndTenants JOB = STAGE.server().getApplicationContext().getBean(EndTenants.class);
    private static final Traces TRACES = new Traces(STAGE, NUMBERS);

    @AfterEach
    void allStoresAreThere() {
        Tripping.away("");
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void killedAtEachMomentOfEachStoreItEndsAsOneThatWasNot() {
        var unhurt = tenant();
        var doomed = tenant();
        var expected = erase(unhurt);
        goOnUntilDone(expected);

        Tripping.killAllAlong(doomed.id());
        var erasure = erase(doomed);
        goOnUntilDone(erasure);

        assertThat(Tripping.moments()).hasSize(STORES * MOMENTS);
        assertThat(found(erasure)).isEqualTo(found(expected)).contains("api_key", "live/originals");
        assertThat(TRACES.of(doomed.id())).doesNotContain("schemas", "roles", "control.tenant", "objects: originals");
        assertThat(STAGE.operator()
                        .get("/operator/v1/erasures?tenantId=" + doomed.id())
                        .body()
                        .get("data"))
                .hasSize(1);
    }

    @Test
    void aStoreThatIsAwayKeepsNoOtherWaiting() {
        var tenant = tenant();
        Tripping.away("redis");

        var erasure = erase(tenant);
        round();

        assertThat(TRACES.of(tenant.id())).doesNotContain("schemas", "roles", "objects: originals");
        var step = STAGE.operator().get("/operator/v1/erasures/" + erasure);
        assertThat(step.at("/state")).isEqualTo("removing");
        assertThat(step.text()).contains("redis is away");
        assertThat(STAGE.operator()
                        .get("/operator/v1/erasures/%s/certificate".formatted(erasure))
                        .code())
                .isEqualTo("closing.erasure.running");

        Tripping.away("");
        goOnUntilDone(erasure);
    }

    private static TestTenant tenant() {
        var tenant = STAGE.tenant();
        Life.upload(tenant.live(), 1_000, 1_000);
        Eventually.is(
                "its work is known",
                () -> TRACES.of(tenant.id()).containsAll(List.of("control.job_share", "billing.quota_told")));
        return tenant;
    }

    private static String erase(TestTenant tenant) {
        return STAGE.operator()
                .post(
                        "/operator/v1/tenants/" + tenant.id() + "/erasure",
                        Map.of("slug", tenant.slug(), "reason", "the contract ended"))
                .at("/id");
    }

    /// Round by round, those in which it dies among them.
    private static void goOnUntilDone(String erasure) {
        for (int rounds = 0; !"done".equals(state(erasure)); rounds++) {
            assertThat(rounds).as("rounds of " + erasure).isLessThan(500);
            round();
        }
    }

    private static String state(String erasure) {
        return STAGE.operator().get("/operator/v1/erasures/" + erasure).at("/state");
    }

    private static void round() {
        try {
            JOB.run(Instant.now());
        } catch (Tripping.Killed _) {
            // the next round is that of the server that takes over
        }
    }

    /// Of the stores where two tenants alike have the same.
    private static String found(String erasure) {
        return String.valueOf(STAGE.ask("""
                SELECT string_agg(store || found::text, ' ' ORDER BY store) FROM control.erasure_step
                WHERE erasure_id = '%s' AND store IN ('control', 'objects')
                """.formatted(erasure)));
    }

    private static Stage stage() {
        var settings = new HashMap<>(TestEngines.shared().counting(NUMBERS));
        settings.put("closing.settle", "0s");
        settings.put("test.tripping", true);
        return Stage.withBilling(settings);
    }
}
