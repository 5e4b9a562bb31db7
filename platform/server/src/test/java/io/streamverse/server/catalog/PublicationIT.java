package io.streamverse.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PublicationIT {
    private static final Stage STAGE = Stage.shared();
    private final Films films = new Films(STAGE);
    private final Api api = films.api;

    @Test
    void whatIsMissingIsSaid() {
        var path =
                "/v1/titles/" + api.post("/v1/titles", Map.of("kind", "movie")).at("/id");

        var refused = api.post(path + "/publication", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("catalog.title.incomplete");
        assertThat(pointers(refused)).containsExactly("/texts", "/assetId");
        assertThat(api.get(path).at("/state")).isEqualTo("draft");
    }

    @Test
    void anAssetInTheMakingIsNotReady() {
        var waiting = api.post("/v1/assets", Map.of("name", "to come")).at("/id");
        var title = Films.title("Metropolis");
        title.put("assetId", waiting);
        var path = "/v1/titles/" + api.post("/v1/titles", title).at("/id");

        var refused = api.post(path + "/publication", "");

        assertThat(pointers(refused)).containsExactly("/assetId");
        assertThat(refused.at("/errors/0/detail")).contains("not ready");
    }

    @Test
    void aNameAndAReadyAssetSuffice() {
        var path = films.complete("Metropolis");
        assertThat(playable(path).published()).isFalse();

        var published = api.post(path + "/publication", "");

        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        assertThat(published.at("/state")).isEqualTo("published");
        assertThat(published.at("/publishedAt")).isNotEmpty();
        assertThat(playable(path).published()).isTrue();
        assertThat(playable(path).assetId()).isEqualTo(films.asset(path));
    }

    @Test
    void aTitleTakenBackIsADraftAgain() {
        var path = films.published("Metropolis");

        assertThat(api.delete(path + "/publication").status()).isEqualTo(204);
        assertThat(api.delete(path + "/publication").status()).isEqualTo(204);

        var draft = api.get(path);
        assertThat(draft.at("/state")).isEqualTo("draft");
        assertThat(draft.body().has("publishedAt")).isFalse();
        assertThat(api.post(path + "/publication", "").status()).isEqualTo(200);
    }

    @Test
    void whatIsPublishedStaysComplete() {
        var path = films.published("Metropolis");
        var waiting = api.post("/v1/assets", Map.of("name", "to come")).at("/id");
        var nameless = new HashMap<String, Object>();
        nameless.put("texts", null);

        assertThat(pointers(api.patch(path, nameless))).containsExactly("/texts");
        assertThat(api.patch(path, Map.of("assetId", waiting)).code()).isEqualTo("catalog.title.incomplete");
        assertThat(api.patch(path, Map.of("assetId", films.readyAsset())).status())
                .isEqualTo(200);
    }

    @Test
    void whatPlaysNothingAnyMoreIsNotShown() {
        var path = films.published("Metropolis");

        api.delete("/v1/assets/" + films.asset(path));

        Eventually.is("it is a draft", () -> api.get(path).at("/state").equals("draft"));
        assertThat(pointers(api.post(path + "/publication", ""))).containsExactly("/assetId");
        assertThat(playable(path).published()).isFalse();
    }

    @Test
    void publishingAndTakingBackTakeTurns() {
        var path = films.complete("Metropolis");

        var answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(it -> it % 2 == 0 ? api.post(path + "/publication", "") : api.delete(path + "/publication"))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 204);
        var version = api.get(path).version();
        var isPublished = api.get(path).at("/state").equals("published");
        assertThat(version % 2 == 1)
                .as("each change of state counts one: %d", version)
                .isEqualTo(isPublished);
    }

    /// Whichever comes first: in the end no published title plays a deleted asset.
    @Test
    void anAssetThatGoesWhileItsTitlesArePublishedTakesThemAlong() {
        var asset = films.readyAsset();
        var paths = IntStream.range(0, 6)
                .mapToObj(it -> {
                    var title = Films.title("Part " + it);
                    title.put("assetId", asset);
                    return "/v1/titles/" + api.post("/v1/titles", title).at("/id");
                })
                .toList();

        IntStream.range(0, 7).parallel().forEach(it -> {
            if (it == 3) {
                api.delete("/v1/assets/" + asset);
            } else {
                api.post(paths.get(it < 3 ? it : it - 1) + "/publication", "");
            }
        });

        Eventually.is(
                "none is published",
                () -> api.get("/v1/titles?state=published").body().get("data").isEmpty());
    }

    @Test
    void aDeletedTitleIsGoneAndItsAssetStays() {
        var path = films.published("Metropolis");
        var asset = films.asset(path);

        assertThat(api.delete(path).status()).isEqualTo(204);

        assertThat(api.get(path).code()).isEqualTo("catalog.title.unknown");
        assertThat(api.delete(path).status()).isEqualTo(404);
        assertThat(api.get("/v1/assets/" + asset).status()).isEqualTo(200);
    }

    private PlayableTitle playable(String path) {
        var catalog = STAGE.server().getApplicationContext().getBean(Catalog.class);
        return TenantContext.call(
                films.tenant.liveSpace(),
                () -> catalog.playable(path.substring("/v1/titles/".length())).orElseThrow());
    }

    private static List<String> pointers(Answer answer) {
        return StreamSupport.stream(answer.body().get("errors").spliterator(), false)
                .map((JsonNode it) -> it.get("pointer").asText())
                .toList();
    }
}
