package io.streamverse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is sent, the answer is a problem that says what is wrong with it, and nothing about the inside.
class ProblemsIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "null",
                "[]",
                "\"text\"",
                "17",
                " ",
                "{\"name\":\"a\",\"scopes\":[\"*\"]} {}",
                "{\"name\":\"a\",\"scopes\":[\"*\"]}]",
                "{\"name\":\"a\",\"name\":\"b\",\"scopes\":[\"*\"]}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],}",
                "{'name':'a','scopes':['*']}",
                "{\"name\":\"a\\uD800\\uD800\",\"scopes\":[\"*\"]}",
                "{\"name\":\"a\u0000b\",\"scopes\":[\"*\"]}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"expiresAt\":\"tomorrow\"}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"expiresAt\":1e999999999}",
                "{\"name\":17,\"scopes\":[\"*\"]}",
                "{\"name\":true,\"scopes\":[\"*\"]}",
                "{\"name\":[],\"scopes\":[\"*\"]}",
                "{\"name\":{},\"scopes\":[\"*\"]}",
                "{\"name\":\"a\",\"scopes\":\"*\"}",
                "{\"name\":\"a\",\"scopes\":{\"*\":1}}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"metadata\":[]}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"metadata\":{\"a\":1}}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"metadata\":{\"a\":{\"b\":\"c\"}}}"
            })
    void whatCannotBeReadIsMalformed(String body) {
        refused(TENANT.live().post("/v1/api-keys", body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\\u0000b\",\"scopes\":[\"*\"]}",
                "{\"name\":\"a\",\"scopes\":[\"*\\u0000\"]}",
                "{\"name\":\"a\\uD800\",\"scopes\":[\"*\"]}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"externalId\":\"\\u0000\"}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"metadata\":{\"a\":\"\\u0000\"}}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"metadata\":{\"\\uDFFF\":\"a\"}}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"metadata\":{\"a\":null}}",
                "{\"name\":\"a\",\"scopes\":[null]}",
                "{\"name\":null,\"scopes\":[\"*\"]}",
                "{\"name\":\"\",\"scopes\":[\"*\"]}",
                "{\"name\":\"a\",\"scopes\":[]}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"expiresAt\":\"+999999999-12-31T23:59:59Z\"}",
                "{\"name\":\"a\",\"scopes\":[\"*\"],\"expiresAt\":\"-999999999-01-01T00:00:00Z\"}",
                "{}"
            })
    void whatCannotBeTakenIsRefused(String body) {
        var answer = TENANT.live().post("/v1/api-keys", body);

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
        clean(answer);
    }

    @Test
    void deepNestingIsNotFollowed() {
        var deep = "{\"metadata\":".repeat(2_000) + "{}" + "}".repeat(2_000);

        refused(TENANT.live().post("/v1/api-keys", deep), 400);
        refused(TENANT.live().patch("/v1/branding", deep), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\uD800", "\\uDC00b"})
    void aPatchWithUnstorableTextIsRefused(String text) {
        for (var path : new String[] {"/v1/branding", "/v1/tenant"}) {
            var answer = TENANT.live().patch(path, "{\"name\":\"%s\"}".formatted(text));

            assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
            clean(answer);
        }
    }

    @Test
    void anUnknownFieldIsNamed() {
        var answer = TENANT.live().post("/v1/api-keys", Map.of("nmae", "a"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/nmae");
        assertThat(TENANT.live()
                        .patch("/v1/branding", Map.of("color", "#000000"))
                        .at("/errors/0/pointer"))
                .isEqualTo("/color");
    }

    @Test
    void everyInvalidFieldIsNamed() {
        var answer = STAGE.operator()
                .post("/operator/v1/tenants", Map.of("slug", "X", "name", "", "owner", Map.of("email", "no")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().findValuesAsText("pointer"))
                .contains("/slug", "/name", "/plan", "/owner/email", "/owner/name", "/country", "/currency");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, http.route.unknown",
        "GET, /nothing, 404, http.route.unknown",
        "DELETE, /v1/branding, 405, http.method.not-allowed",
        "POST, /v1/tenant, 405, http.method.not-allowed",
        "GET, /v1/api-keys?limit=0, 422, http.request.invalid",
        "GET, /v1/api-keys?limit=101, 422, http.request.invalid",
        "GET, /v1/api-keys?limit=-1, 422, http.request.invalid",
        "GET, /v1/api-keys?limit=many, 400, http.request.malformed",
        "GET, /v1/api-keys?after=x, 400, http.cursor.invalid",
        "GET, /v1/api-keys?after=, 400, http.cursor.invalid",
        "GET, /v1/api-keys?after=%00, 400, http.request.malformed",
        "GET, /v1/api-keys?externalId=%00, 400, http.request.malformed",
        "GET, /v1/api-keys/%00, 400, http.request.malformed",
        "GET, /v1/api-keys/key_%F0%28, 404, keys.key.unknown"
    })
    void theAddressIsCheckedToo(String method, String path, int status, String code) {
        var answer = Api.send(TENANT.live().request(method, path, ""));

        refused(answer, status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void onlyJsonIsTaken() {
        refused(TENANT.live().with("Content-Type", "text/plain").post("/v1/api-keys", "{}"), 415);
        refused(TENANT.live().with("Content-Type", "application/xml").patch("/v1/branding", "<a/>"), 415);
    }

    @Test
    void everyAnswerBearsItsOwnRequestId() {
        var one = TENANT.live().get("/v1/branding");
        var other = TENANT.live().get("/v1/branding");

        assertThat(one.header("Request-Id")).matches("req_[0-9a-z]{26}").isNotEqualTo(other.header("Request-Id"));
    }

    @Test
    void theVersionIsEchoed() {
        assertThat(TENANT.live()
                        .with("StreamVerse-Version", "2026-11-20")
                        .get("/v1/branding")
                        .header("StreamVerse-Version"))
                .isEqualTo("2026-11-20");
    }

    @Test
    void anUnknownVersionIsRefused() {
        var answer = TENANT.live().with("StreamVerse-Version", "2020-01-01").get("/v1/branding");

        refused(answer, 400);
        assertThat(answer.code()).isEqualTo("http.version.unknown");
        assertThat(answer.at("/detail")).contains("2026-11-20");
        assertThat(answer.at("/requestId")).isEqualTo(answer.header("Request-Id"));
    }

    static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        clean(answer);
    }

    private static void clean(Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Request-Id")).isNotEmpty().isEqualTo(answer.at("/requestId"));
        assertThat(answer.at("/type")).endsWith("/problems/" + answer.code());
        assertThat(answer.text())
                .doesNotContain("Exception", "io.streamverse", "\tat ", "SELECT", "INSERT", "psql", "jackson");
    }
}
