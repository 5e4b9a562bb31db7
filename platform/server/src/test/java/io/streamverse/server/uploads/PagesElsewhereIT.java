package io.streamverse.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Browsers on pages of other origins, and what they ask beforehand.
class PagesElsewhereIT {
    private static final String PAGE = "https://www.aurora.example";
    private static final Stage STAGE = Stage.shared();
    private final TestTenant tenant = STAGE.tenant();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/uploads", "/v1/uploads/upl_1", "/viewer/v1/app", "/viewer/v1/auth/login"})
    void whatPagesMayUseIsSaidWithoutAKey(String path) {
        var asked = preflight(path);

        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/branding", "/v1/assets", "/v1/uploadsx", "/operator/v1/tenants", "/internal/delivery/keys"})
    void theRestIsClosedToPagesElsewhere(String path) {
        var asked = preflight(path);
        var answered = tenant.live().with("Origin", PAGE).get(path);

        assertThat(asked.status()).isGreaterThanOrEqualTo(400);
        assertThat(asked.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(answered.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void anOriginThatTheTenantNamesMayUpload() {
        allow(PAGE);
        Eventually.is("the origin is known", () -> upload(PAGE).status() == 201);

        var begun = upload(PAGE);

        assertThat(begun.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(begun.header("Access-Control-Expose-Headers"))
                .contains("Location", "Upload-Offset", "Tus-Resumable", "StreamVerse-Asset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://www.aurora.example",
                "https://www.aurora.example:8443",
                "https://www.aurora.example.evil.example",
                "null"
            })
    void noOtherOriginMay(String origin) {
        allow(PAGE);

        var refused = upload(origin);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("uploads.origin.refused");
        assertThat(upload("http://" + tenant.live().url().getAuthority()).status())
                .isEqualTo(201);
    }

    @Test
    void whatOneTenantNamesIsNoOthers() {
        STAGE.tenant().live().patch("/v1/tenant", Map.of("allowedOrigins", List.of(PAGE)));

        assertThat(upload(PAGE).code()).isEqualTo("uploads.origin.refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "aurora.example", "https://aurora.example/page", "https://", "null", "HTTPS://A.EXAMPLE"})
    void whatIsNoOriginIsNotTaken(String origin) {
        var refused = tenant.live().patch("/v1/tenant", Map.of("allowedOrigins", List.of(origin)));

        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void originsAreKeptUntilTheyAreTakenAway() {
        allow(PAGE);
        tenant.live().patch("/v1/tenant", Map.of("name", "Aurora"));
        assertThat(tenant.live().get("/v1/tenant").at("/allowedOrigins/0")).isEqualTo(PAGE);

        tenant.live().patch("/v1/tenant", "{\"allowedOrigins\":null}");

        assertThat(tenant.live().get("/v1/tenant").body().get("allowedOrigins")).isEmpty();
        Eventually.is("the origin is forgotten", () -> upload(PAGE).status() == 403);
    }

    private void allow(String origin) {
        var changed = tenant.live().patch("/v1/tenant", Map.of("allowedOrigins", List.of(origin)));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private Answer upload(String origin) {
        return Tus.as(tenant.live()).with("Origin", origin).create(10);
    }

    private static Answer preflight(String path) {
        var browser = new Api(STAGE.server().getURI(), "")
                .with("Origin", PAGE)
                .with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization,tus-resumable");
        return new Tus(browser).send("OPTIONS", path, BodyPublishers.noBody());
    }
}
