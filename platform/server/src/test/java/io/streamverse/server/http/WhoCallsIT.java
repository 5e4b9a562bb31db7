package io.streamverse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who calls, may they, is it there, and only then what they sent.
class WhoCallsIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant A = STAGE.tenant();
    private static final TestTenant B = STAGE.tenant();
    private static final Map<String, Object> NONSENSE = Map.of("no", "field");

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer sv_live_guess", "Bearer guess", "sv_live_x"})
    void whoeverIsNotKnownIsAskedForAKey(String authorization) {
        var answer = A.live().with("Authorization", authorization).get("/v1/branding");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void theSchemesCaseDoesNotMatter() {
        assertThat(A.live()
                        .with("Authorization", "bearer " + A.liveKey())
                        .get("/v1/branding")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void twoCredentialsAreNone() {
        var twice =
                A.live().with("Authorization", "Bearer " + A.liveKey()).with("Authorization", "Bearer " + B.liveKey());

        assertThat(twice.get("/v1/branding").status()).isEqualTo(401);
    }

    @Test
    void theOperatorHasNoTenant() {
        refused(STAGE.operator().get("/v1/branding"), 403, "keys.operator.no-tenant");
    }

    @Test
    void aTenantIsNoOperator() {
        refused(A.live().get("/operator/v1/tenants"), 403, "keys.key.not-operator");
        refused(A.live().get("/operator/v1/plans"), 403, "keys.key.not-operator");
    }

    @Test
    void anothersHostIsAContradiction() {
        refused(A.live().with("Host", B.slug() + ".localhost").get("/v1/tenant"), 401, "tenants.tenant.contradiction");
        refused(
                A.live().with("Host", A.slug() + "--test.localhost:80").get("/v1/tenant"),
                401,
                "tenants.tenant.contradiction");
        assertThat(A.live()
                        .with("Host", A.slug() + ".localhost:8080")
                        .get("/v1/tenant")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTenantHeaderIsNeverBelievedOverAKey() {
        var header = "X-StreamVerse-Tenant";

        refused(A.live().with(header, B.slug()).get("/v1/tenant"), 401, "tenants.tenant.contradiction");
        refused(A.live().with(header, "nobody").get("/v1/tenant"), 401, "tenants.tenant.contradiction");
        assertThat(A.live().with(header, A.slug()).get("/v1/tenant").at("/id")).isEqualTo(A.id().value());
    }

    @Test
    void anothersThingsAreNotThere() {
        var key = B.live().get("/v1/api-keys").at("/data/0/id");

        refused(A.live().get("/v1/api-keys/" + key), 404, "keys.key.unknown");
        refused(A.live().patch("/v1/api-keys/" + key, Map.of("name", "mine")), 404, "keys.key.unknown");
        refused(A.live().delete("/v1/api-keys/" + key), 404, "keys.key.unknown");
        refused(A.live().post("/v1/api-keys/" + key + "/rotation", "{}"), 404, "keys.key.unknown");
        refused(B.test().get("/v1/api-keys/" + key), 404, "keys.key.unknown");
        assertThat(B.live().get("/v1/api-keys/" + key).status()).isEqualTo(200);
    }

    @Test
    void scopeComesBeforeExistenceAndExistenceBeforeTheBody() {
        var reader = key(List.of("keys:read"));
        var nobody = new Api(A.live().url(), "sv_live_nobody");

        refused(nobody.patch("/v1/api-keys/key_none", NONSENSE), 401, "keys.key.refused");
        refused(reader.patch("/v1/api-keys/key_none", NONSENSE), 403, "keys.scope.missing");
        refused(A.live().patch("/v1/api-keys/key_none", NONSENSE), 404, "keys.key.unknown");
        refused(reader.post("/v1/api-keys", "not json"), 403, "keys.scope.missing");
        refused(nobody.post("/v1/api-keys", "not json"), 401, "keys.key.refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/operator/v1/nothing", "/internal/nothing", "/nothing", "/v1"})
    void strangersLearnNothingOfRoutes(String path) {
        assertThat(A.live().with("Authorization", "Bearer x").get(path).status())
                .isIn(401, 404);
    }

    private static Api key(List<String> scopes) {
        var made = A.live().post("/v1/api-keys", Map.of("name", "reader", "scopes", scopes));
        return STAGE.as(made.at("/key"));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
