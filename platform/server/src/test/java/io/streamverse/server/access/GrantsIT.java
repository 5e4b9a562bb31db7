package io.streamverse.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsIT {
    private static final Stage STAGE = Stage.shared();
    private final TestTenant tenant = STAGE.tenant();
    private final Api api = tenant.live();
    private final String viewer = new Audience(STAGE, tenant.liveSpace()).viewer();
    private final String grants = "/v1/viewers/%s/grants".formatted(viewer);

    @Test
    void aGrantGivesItsTier() {
        assertThat(tierOf(tenant.liveSpace(), viewer)).isEmpty();

        var given = api.post(grants, Map.of("tier", "premium"));

        assertThat(given.status()).as(given.toString()).isEqualTo(201);
        assertThat(given.at("/state")).isEqualTo("active");
        assertThat(given.at("/source/kind")).isEqualTo("grant");
        assertThat(api.get(grants + "/" + given.at("/id")).body()).isEqualTo(given.body());
        assertThat(tierOf(tenant.liveSpace(), viewer)).isEqualTo("premium");
    }

    @Test
    void theHighestCountsAndOneEndingEndsNoOther() {
        api.post(grants, Map.of("tier", "standard", "source", source("apple", "1000001")));
        var stripe = api.post(grants, Map.of("tier", "family", "source", source("stripe", "sub_1")));
        api.post(grants, Map.of("tier", "premium", "source", source("voucher", "SUMMER")));
        assertThat(tierOf(tenant.liveSpace(), viewer)).isEqualTo("family");

        assertThat(api.delete(path(stripe)).status()).isEqualTo(204);

        assertThat(tierOf(tenant.liveSpace(), viewer)).isEqualTo("premium");
        assertThat(api.get(path(stripe)).at("/state")).isEqualTo("ended");
        assertThat(api.get(grants).body().findValuesAsText("state")).containsExactly("active", "ended", "active");
    }

    @Test
    void aRepeatedMessageGivesNothingMoreAndNothingAgain() {
        var message = Map.of(
                "tier", "premium", "until", "2099-01-01T00:00:00.123456789Z", "source", source("stripe", "sub_1"));
        var first = api.post(grants, message);

        assertThat(api.post(grants, message).body()).isEqualTo(first.body());
        api.delete(path(first));
        var late = api.post(grants, message);

        assertThat(late.at("/id")).isEqualTo(first.at("/id"));
        assertThat(late.at("/state")).isEqualTo("ended");
        assertThat(tierOf(tenant.liveSpace(), viewer)).isEmpty();
        assertThat(api.get(grants).body().get("data")).hasSize(1);
    }

    @Test
    void ofManyMessagesAtOnceOneGives() {
        var message = Map.of("tier", "premium", "source", source("google", "token-1"));

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> api.post(grants, message))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(it -> it.at("/id"))
                .containsOnly(answers.getFirst().at("/id"));
        assertThat(api.get(grants).body().get("data")).hasSize(1);
    }

    @Test
    void somethingElseFromTheSameSourceIsAChange() {
        var given = api.post(grants, Map.of("tier", "basic", "source", source("stripe", "sub_1")));
        var upgrade = Map.of("tier", "premium", "source", source("stripe", "sub_1"));

        assertThat(api.post(grants, upgrade).code()).isEqualTo("access.grant.source-taken");
        var changed = api.patch(path(given), Map.of("tier", "premium"));

        assertThat(changed.at("/tier")).isEqualTo("premium");
        assertThat(tierOf(tenant.liveSpace(), viewer)).isEqualTo("premium");
        assertThat(api.post(grants, upgrade).at("/id")).isEqualTo(given.at("/id"));
    }

    @Test
    void anotherViewersSourceIsAnother() {
        var message = Map.of("tier", "premium", "source", source("voucher", "SUMMER"));
        var second = new Audience(STAGE, tenant.liveSpace()).viewer();

        assertThat(api.post(grants, message).status()).isEqualTo(201);
        assertThat(api.post("/v1/viewers/%s/grants".formatted(second), message).at("/viewerId"))
                .isEqualTo(second);
    }

    @Test
    void whatIsOverCanBeProlongedAndWhatWasTakenAwayCannot() {
        var past = Instant.now().minusSeconds(60).toString();
        var given = api.post(grants, Map.of("tier", "premium", "until", past));
        assertThat(given.at("/state")).isEqualTo("expired");
        assertThat(tierOf(tenant.liveSpace(), viewer)).isEmpty();

        var later = Instant.now().plusSeconds(600).toString();
        assertThat(api.patch(path(given), Map.of("until", later)).at("/state")).isEqualTo("active");
        assertThat(tierOf(tenant.liveSpace(), viewer)).isEqualTo("premium");

        api.delete(path(given));
        assertThat(api.delete(path(given)).status()).isEqualTo(204);
        assertThat(api.patch(path(given), Map.of("until", later)).code()).isEqualTo("access.grant.ended");
    }

    @Test
    void businessTimeDecides() {
        var test = tenant.test();
        test.get("/v1/tiers");
        var tester = new Audience(STAGE, tenant.testSpace()).viewer();
        var path = "/v1/viewers/%s/grants".formatted(tester);
        var inAMonth = Instant.now().plus(Duration.ofDays(30));
        test.post(path, Map.of("tier", "premium", "until", inAMonth.toString(), "source", source("stripe", "sub_1")));
        test.post(path, Map.of("tier", "basic"));
        assertThat(tierOf(tenant.testSpace(), tester)).isEqualTo("premium");

        test.post(
                "/v1/test-clock/advance", Map.of("to", inAMonth.plusSeconds(60).toString()));

        Eventually.is(
                "the month is over", () -> tierOf(tenant.testSpace(), tester).equals("basic"));
        assertThat(test.get(path).body().findValuesAsText("state")).containsExactly("active", "expired");
    }

    @Test
    void anEditSinceThenIsNotOverwritten() {
        var given = api.post(grants, Map.of("tier", "basic"));
        var careful = api.with("If-Match", api.get(path(given)).header("ETag"));

        assertThat(careful.patch(path(given), Map.of("tier", "standard")).status())
                .isEqualTo(200);
        assertThat(careful.patch(path(given), Map.of("tier", "family")).status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tier\":\"platinum\"}",
                "{\"tier\":\"basic\",\"source\":{\"kind\":\"stripe\"}}",
                "{\"tier\":\"basic\",\"source\":{\"kind\":\"paypal\",\"externalId\":\"x\"}}",
                "{\"tier\":\"basic\",\"until\":\"tomorrow\"}",
                "{}"
            })
    void nonsenseGivesNothing(String body) {
        assertThat(api.post(grants, body).status()).isIn(400, 422);
        assertThat(api.get(grants).body().get("data")).isEmpty();
    }

    @Test
    void aStrangerHasNoGrants() {
        var given = api.post(grants, Map.of("tier", "basic"));
        var other = STAGE.tenant().live();

        assertThat(api.post("/v1/viewers/vwr_nobody/grants", "{ nonsense").code())
                .isEqualTo("viewers.viewer.unknown");
        assertThat(other.get(grants).status()).isEqualTo(404);
        assertThat(other.post(grants, Map.of("tier", "basic")).status()).isEqualTo(404);
        assertThat(other.delete(path(given)).status()).isEqualTo(404);
        var second = new Audience(STAGE, tenant.liveSpace()).viewer();
        var crossed = "/v1/viewers/%s/grants/%s".formatted(second, given.at("/id"));
        assertThat(api.get(crossed).code()).isEqualTo("access.grant.unknown");
        assertThat(api.delete(crossed).status()).isEqualTo(404);
    }

    @Test
    void readingNeedsAScopeAndWritingAnother() {
        var key = api.post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("access:read")))
                .at("/key");
        var reader = STAGE.as(key);

        assertThat(reader.get(grants).status()).isEqualTo(200);
        assertThat(reader.post(grants, Map.of("tier", "basic")).code()).isEqualTo("keys.scope.missing");
    }

    private static Map<String, String> source(String kind, String externalId) {
        return Map.of("kind", kind, "externalId", externalId);
    }

    private String path(Answer grant) {
        return grants + "/" + grant.at("/id");
    }

    private static String tierOf(TenantSpace space, String viewer) {
        var access = STAGE.server().getApplicationContext().getBean(Access.class);
        return TenantContext.call(
                space, () -> access.tierOf(viewer).map(Tier::name).orElse(""));
    }
}
