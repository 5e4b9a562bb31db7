package io.streamverse.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TiersIT {
    private static final Stage STAGE = Stage.shared();
    private static final Map<String, Object> SPORTS = Map.of("rank", 2, "streams", 3);
    private final TestTenant tenant = STAGE.tenant();
    private final Api api = tenant.live();

    @Test
    void fourAreThereFromTheStart() {
        var tiers = api.get("/v1/tiers");

        assertThat(values(tiers, "name")).containsExactly("basic", "standard", "premium", "family");
        assertThat(values(tiers, "rank")).containsExactly("1", "2", "3", "4");
        assertThat(values(tiers, "maximumHeight")).containsExactly("576", "1080", "2160", "2160");
        assertThat(values(tiers, "streams")).containsExactly("1", "2", "4", "6");
        assertThat(api.get("/v1/tiers/premium").at("/texts/en/name")).isEqualTo("Premium");
        assertThat(tenant.test().get("/v1/tiers/family").status()).isEqualTo(200);
    }

    @Test
    void aTierIsEdited() {
        var changed = api.patch(
                "/v1/tiers/basic", Map.of("maximumHeight", 720, "texts", Map.of("de", Map.of("name", "Einstieg"))));

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("/texts/en/name")).isEqualTo("Basic");
        assertThat(changed.at("/texts/de/name")).isEqualTo("Einstieg");
        assertThat(access(() -> bean().tier("basic").orElseThrow())).isEqualTo(new Tier("basic", 1, 720, 1, 0));
        var endless = new HashMap<String, Object>();
        endless.put("maximumHeight", null);
        assertThat(api.patch("/v1/tiers/basic", endless).body().has("maximumHeight"))
                .isFalse();
    }

    @Test
    void aTierIsMadeAndReplacedAsAWhole() {
        var made = put("sports", SPORTS);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(api.get("/v1/tiers/sports").body()).isEqualTo(made.body());

        api.patch("/v1/tiers/sports", Map.of("maximumHeight", 720));
        var replaced = put("sports", SPORTS);

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body().has("maximumHeight")).isFalse();
        assertThat(replaced.at("/createdAt")).isEqualTo(made.at("/createdAt"));
        assertThat(values(api.get("/v1/tiers"), "name")).contains("sports");
    }

    @Test
    void ofManyAtOnceOneMakesIt() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> put("sports", SPORTS))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
    }

    @Test
    void anEditSinceThenIsNotOverwritten() {
        var careful = api.with("If-Match", api.get("/v1/tiers/basic").header("ETag"));

        assertThat(careful.patch("/v1/tiers/basic", Map.of("streams", 2)).status())
                .isEqualTo(200);
        assertThat(careful.patch("/v1/tiers/basic", Map.of("streams", 3)).status())
                .isEqualTo(412);
    }

    @Test
    void whatMakesNoSenseIsPointedAt() {
        assertThat(put("Sport!", SPORTS).at("/errors/0/pointer")).isEqualTo("/name");
        assertThat(put("sports", Map.of("rank", 0, "streams", 1)).at("/errors/0/pointer"))
                .isEqualTo("/rank");
        assertThat(put("sports", Map.of("rank", 1)).status()).isIn(400, 422);
        assertThat(api.patch("/v1/tiers/basic", Map.of("texts", Map.of("de_DE", Map.of("name", "x"))))
                        .at("/errors/0/pointer"))
                .isEqualTo("/texts/de_DE");
        assertThat(api.patch("/v1/tiers/basic", Map.of("texts", Map.of("de", Map.of("name", "\u0007"))))
                        .at("/errors/0/pointer"))
                .isEqualTo("/texts/de/name");
    }

    @Test
    void whatAViewerHasIsNotDeleted() {
        var viewer = new Audience(STAGE, tenant.liveSpace()).viewer();
        put("sports", SPORTS);
        var grants = "/v1/viewers/%s/grants".formatted(viewer);
        var grant = api.post(grants, Map.of("tier", "sports")).at("/id");

        assertThat(api.delete("/v1/tiers/sports").code()).isEqualTo("access.tier.in-use");
        api.delete(grants + "/" + grant);

        assertThat(api.delete("/v1/tiers/sports").status()).isEqualTo(204);
        assertThat(api.get("/v1/tiers/sports").code()).isEqualTo("access.tier.unknown");
        assertThat(access(() -> bean().tier("sports"))).isEmpty();
    }

    @Test
    void anotherTenantsTierIsNotThere() {
        put("sports", SPORTS);
        var other = STAGE.tenant().live();

        assertThat(other.get("/v1/tiers/sports").status()).isEqualTo(404);
        assertThat(other.patch("/v1/tiers/sports", "{ nonsense").status()).isEqualTo(404);
        assertThat(other.delete("/v1/tiers/sports").status()).isEqualTo(404);
    }

    @Test
    void readingNeedsAScopeAndWritingAnother() {
        var key = api.post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("access:read")))
                .at("/key");
        var reader = STAGE.as(key);

        assertThat(reader.get("/v1/tiers").status()).isEqualTo(200);
        assertThat(reader.patch("/v1/tiers/basic", Map.of("streams", 9)).code()).isEqualTo("keys.scope.missing");
    }

    private Answer put(String name, Object body) {
        return Api.send(api.request("PUT", "/v1/tiers/" + name, body));
    }

    private static Access bean() {
        return STAGE.server().getApplicationContext().getBean(Access.class);
    }

    private <T> T access(Supplier<T> asked) {
        return TenantContext.call(tenant.liveSpace(), asked);
    }

    private static List<String> values(Answer list, String field) {
        return StreamSupport.stream(list.body().get("data").spliterator(), false)
                .map((JsonNode it) -> it.get(field).asText())
                .toList();
    }
}
