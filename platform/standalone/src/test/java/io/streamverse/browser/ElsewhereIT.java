package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.standalone.TestStandalone;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.TestTenant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A tenant's page on an origin of its own, in a browser that keeps the rules between origins.
class ElsewhereIT {
    private static final Path SCRIPT = Path.of("src/test/js/visit.mjs").toAbsolutePath();
    private static final String SLUG = "elsewhere";
    private static final Page PAGE = new Page();
    private static final Api TENANT = tenant();

    @AfterAll
    static void stop() {
        PAGE.close();
    }

    @Test
    void aPageMayBeAnAppOfViewersAndNothingOfStaff() {
        var seen = visit("ada@example.com");

        assertThat(seen.at("/registered/status").asInt()).as(seen.toString()).isEqualTo(201);
        assertThat(seen.at("/profile/status").asInt()).as(seen.toString()).isEqualTo(201);
        assertThat(seen.at("/profiles/status").asInt()).isEqualTo(200);
        assertThat(seen.at("/profiles/requestId").asText()).startsWith("req_");
        assertThat(seen.at("/keys/status").asInt()).isEqualTo(200);
        assertThat(seen.at("/refused/code").asText()).as(seen.toString()).isEqualTo("viewers.token.refused");
        assertThat(seen.at("/branding/closed").asText()).as(seen.toString()).isEqualTo("TypeError");
        assertThat(seen.at("/operator/closed").asText()).isEqualTo("TypeError");
    }

    @Test
    void itUploadsWhereTheTenantNamedItsOrigin() {
        assertThat(visit("bo@example.com").at("/uploaded/refused").asText()).isEqualTo("uploads.origin.refused");

        allow(PAGE.address().replace("/page.html", ""));

        var seen = visit("cy@example.com");
        assertThat(seen.at("/uploaded/asset").asText()).as(seen.toString()).startsWith("ast_");
    }

    private static JsonNode visit(String email) {
        var task = Map.of("api", TestStandalone.url(), "tenant", SLUG, "key", TENANT.key(), "email", email);
        return Chromium.run(
                SCRIPT,
                Map.of("page", PAGE.address(), "scripts", List.of("/players/tus.js", "/elsewhere.js"), "task", task));
    }

    private static void allow(String origin) {
        TENANT.patch("/v1/tenant", Map.of("allowedOrigins", List.of(origin)));
        var browser = TENANT.with("Origin", origin).with("Tus-Resumable", "1.0.0");
        Eventually.is(
                "the origin is known", () -> browser.delete("/v1/uploads/none").status() == 404);
    }

    private static Api tenant() {
        var operator = new Api(TestStandalone.url(), TestStandalone.OPERATOR_KEY);
        var made = operator.post("/operator/v1/tenants", TestTenant.signUp(SLUG));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return operator.as(made.at("/apiKeys/live"));
    }
}
