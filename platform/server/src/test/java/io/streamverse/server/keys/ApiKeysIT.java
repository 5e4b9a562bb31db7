package io.streamverse.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiKeysIT {
    private static final Stage STAGE = Stage.alone(Map.of("test.clock", true));
    private static EmbeddedServer other;
    private static TestClock clock;

    private final TestTenant tenant = STAGE.tenant();

    @BeforeAll
    static void begin() {
        clock = STAGE.server().getApplicationContext().getBean(TestClock.class);
        other = STAGE.anotherServer(Map.of());
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void aKeyMayWhatItsScopesSay() {
        var reader = on(create(first(), List.of("branding:read")).at("/key"));

        assertThat(reader.get("/v1/branding").status()).isEqualTo(200);
        assertThat(reader.patch("/v1/branding", Map.of("name", "no")).code()).isEqualTo("keys.scope.missing");
        assertThat(reader.get("/v1/api-keys").code()).isEqualTo("keys.scope.missing");
    }

    @Test
    void nobodyGivesAwayMoreThanTheirOwn() {
        var clerk = on(create(first(), List.of("keys:write", "branding:read")).at("/key"));

        assertThat(create(clerk, List.of("branding:read")).status()).isEqualTo(201);
        assertThat(create(clerk, List.of("branding:write")).code()).isEqualTo("keys.scope.not-yours");
        assertThat(create(clerk, List.of("*")).code()).isEqualTo("keys.scope.not-yours");
        assertThat(create(clerk, List.of("moon:read")).code()).isEqualTo("keys.scope.unknown");
    }

    @Test
    void aRotatedKeyHasTwoSecretsUntilTheOverlapEnds() {
        var old = create(first(), List.of("*"));
        var rotated = first().post("/v1/api-keys/" + old.at("/id") + "/rotation", Map.of("overlapSeconds", 600));
        works(old.at("/key"));
        works(rotated.at("/key"));

        clock.pass(Duration.ofMinutes(11));

        refused(old.at("/key"));
        works(rotated.at("/key"));
        assertThat(rotated.at("/id")).isEqualTo(old.at("/id"));
    }

    @Test
    void aRotationWithoutOverlapEndsTheOldSecretAtOnce() {
        var old = create(first(), List.of("*"));
        works(old.at("/key"));

        first().post("/v1/api-keys/" + old.at("/id") + "/rotation", Map.of("overlapSeconds", 0));

        Eventually.within(Duration.ofSeconds(1), "the old secret ends", () -> status(old.at("/key")) == 401);
    }

    @Test
    void rotationHandsOutNoSecretOfAKeyThatMayMore() {
        var strong = create(first(), List.of("*"));
        var clerk = on(create(first(), List.of("keys:write")).at("/key"));

        assertThat(clerk.post("/v1/api-keys/" + strong.at("/id") + "/rotation", "{}")
                        .code())
                .isEqualTo("keys.scope.not-yours");
    }

    @Test
    void aKeyExpires() {
        var wanted = wanted(List.of("*"));
        wanted.put("expiresAt", clock.instant().plus(Duration.ofHours(1)).toString());
        var key = first().post("/v1/api-keys", wanted).at("/key");
        works(key);

        clock.pass(Duration.ofHours(2));

        refused(key);
    }

    @Test
    void aRevokedKeyEndsOnEveryServerWithinASecond() {
        var key = create(first(), List.of("*"));
        works(key.at("/key"));
        assertThat(elsewhere(key.at("/key")).get("/v1/branding").status()).isEqualTo(200);

        assertThat(first().delete("/v1/api-keys/" + key.at("/id")).status()).isEqualTo(204);

        Eventually.within(
                Duration.ofSeconds(1),
                "both servers refuse it",
                () -> status(key.at("/key")) == 401
                        && elsewhere(key.at("/key")).get("/v1/branding").status() == 401);
    }

    @Test
    void lastUsedIsShownWithinSeconds() {
        var key = create(first(), List.of("*"));
        assertThat(key.body().has("lastUsedAt")).isFalse();
        works(key.at("/key"));

        Eventually.within(
                Duration.ofSeconds(10),
                "last used appears",
                () -> first().get("/v1/api-keys/" + key.at("/id")).body().has("lastUsedAt"));
    }

    @Test
    void anEditSinceThenIsNotOverwritten() {
        var path = "/v1/api-keys/" + create(first(), List.of("*")).at("/id");
        var tag = first().get(path).header("ETag");

        assertThat(first().with("If-Match", tag)
                        .patch(path, Map.of("name", "one"))
                        .status())
                .isEqualTo(200);
        assertThat(first().with("If-Match", tag)
                        .patch(path, Map.of("name", "two"))
                        .status())
                .isEqualTo(412);
        assertThat(first().get(path).at("/name")).isEqualTo("one");
    }

    @Test
    void anExternalIdBelongsToOneKeyOfAnEnvironment() {
        var wanted = wanted(List.of("*"));
        wanted.put("externalId", "mine");

        assertThat(first().post("/v1/api-keys", wanted).status()).isEqualTo(201);
        assertThat(first().post("/v1/api-keys", wanted).code()).isEqualTo("keys.key.external-id-taken");
        assertThat(on(tenant.testKey()).post("/v1/api-keys", wanted).status()).isEqualTo(201);
        assertThat(first().get("/v1/api-keys?externalId=mine").body().get("data"))
                .hasSize(1);
    }

    @Test
    void noSecretIsAtRest() {
        var kept = STAGE.ask(
                "SELECT count(*) FROM control.api_key_secret s WHERE s::text LIKE '%" + tenant.liveKey() + "%'");

        assertThat(kept).isEqualTo("0");
        assertThat(first().get("/v1/api-keys").text()).doesNotContain(tenant.liveKey());
    }

    private Api first() {
        return on(tenant.liveKey());
    }

    private static Answer create(Api api, List<String> scopes) {
        return api.post("/v1/api-keys", wanted(scopes));
    }

    private static Map<String, Object> wanted(List<String> scopes) {
        return new HashMap<>(Map.of("name", "key of " + Instant.now(), "scopes", scopes));
    }

    private static void works(String key) {
        assertThat(status(key)).isEqualTo(200);
    }

    private static void refused(String key) {
        assertThat(status(key)).isEqualTo(401);
    }

    private static int status(String key) {
        return on(key).get("/v1/branding").status();
    }

    private static Api on(String key) {
        return STAGE.as(key);
    }

    private static Api elsewhere(String key) {
        return new Api(other.getURI(), key);
    }
}
