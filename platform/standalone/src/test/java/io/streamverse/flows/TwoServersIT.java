package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two servers on one database are one: what is decided on either holds on both within a second.
class TwoServersIT {
    private static final int TIMES = 10;
    private static final Program ONE = Ground.server("server-one");
    private static final Program OTHER = Ground.server("server-other");
    private final Api operator = ONE.as(Ground.OPERATOR_KEY);
    private final Answer tenant = NewTenant.next().askUntilMade(operator);
    private final Api here = ONE.as(tenant.at("/apiKeys/live"));

    @BeforeAll
    static void bothAreUp() {
        Ground.BILLING.begin();
        ONE.up();
        OTHER.up();
    }

    @AfterAll
    static void end() {
        ONE.kill();
        OTHER.kill();
        Ground.BILLING.kill();
    }

    @Test
    void aSuspensionAndItsEndAreHeardByBoth() {
        var path = "/operator/v1/tenants/%s/suspension".formatted(tenant.at("/id"));
        var suspended = new Delays("Suspension");
        var resumed = new Delays("Resumption");
        for (int i = 0; i < TIMES; i++) {
            operator.post(path, "{\"reason\":\"unpaid\"}");
            suspended.measure(() -> there(tenant.at("/apiKeys/live")).code().equals("tenants.tenant.suspended"));
            operator.delete(path);
            resumed.measure(() -> there(tenant.at("/apiKeys/live")).status() == 200);
        }

        suspended.assertAllWithinASecond();
        resumed.assertAllWithinASecond();
    }

    @Test
    void aRevocationIsHeardByBoth() {
        var revoked = new Delays("Revocation");
        for (int i = 0; i < TIMES; i++) {
            revokeAKeyInUse(revoked);
        }

        revoked.assertAllWithinASecond();
    }

    @Test
    void aRevocationHoldsWhereItCouldNotBeHeard() {
        var revoked = new Delays("Revocation with the listening connection cut");
        for (int i = 0; i < TIMES; i++) {
            Ground.run(
                    SERVER,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'streamverse-signals'");
            revokeAKeyInUse(revoked);
        }

        revoked.assertAllWithinASecond();
    }

    @Test
    void aRotatedSecretIsRefusedByBothAndTheNewOneTaken() {
        var rotated = new Delays("Rotation");
        for (int i = 0; i < TIMES; i++) {
            var key = keyInUse();
            var path = "/v1/api-keys/%s/rotation".formatted(key.at("/id"));
            var fresh = here.post(path, "{\"overlapSeconds\":0}").at("/key");
            rotated.measure(() -> there(key.at("/key")).status() == 401);
            assertThat(there(fresh).status()).isEqualTo(200);
        }

        rotated.assertAllWithinASecond();
    }

    @Test
    void aTitleThatBothKnowIsOnBothAsItBecame() {
        var changed = new Delays("A title's change");
        var title = here.post("/v1/titles", "{\"kind\":\"movie\"}").at("/id");
        for (int i = 0; i < TIMES; i++) {
            var territory = i % 2 == 0 ? "FR" : "DE";
            assertThat(decisionThere(title)).contains("Sign in to play");
            here.patch("/v1/titles/" + title, "{\"territories\":[\"%s\"]}".formatted(territory));
            changed.measure(() -> decisionThere(title).contains("It plays in DE") == territory.equals("DE"));
        }

        changed.assertAllWithinASecond();
    }

    private String decisionThere(String title) {
        return OTHER.as(tenant.at("/apiKeys/live"))
                .get("/v1/playback-decisions?territory=DE&titleId=" + title)
                .text();
    }

    private void revokeAKeyInUse(Delays revoked) {
        var key = keyInUse();
        here.delete("/v1/api-keys/" + key.at("/id"));
        revoked.measure(() -> there(key.at("/key")).status() == 401);
    }

    /// One that the other server knows by heart.
    private Answer keyInUse() {
        var key = here.post("/v1/api-keys", "{\"name\":\"in use\",\"scopes\":[\"branding:read\"]}");
        assertThat(there(key.at("/key")).status()).isEqualTo(200);
        assertThat(there(key.at("/key")).status()).isEqualTo(200);
        return key;
    }

    private static Answer there(String key) {
        return OTHER.as(key).get("/v1/branding");
    }
}
