package io.streamverse.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewerTitlesIT {
    private static final Stage STAGE = Stage.shared();
    private final Films films = new Films(STAGE);

    @Test
    void aGuestFindsWhatIsPublishedInItsLanguage() {
        var path = films.published("Metropolis");
        films.api.patch(
                path,
                Map.of(
                        "texts", Map.of("pt-BR", Map.of("name", "Metrópolis", "synopsis", "<b>Uma cidade</b>")),
                        "artwork",
                                List.of(
                                        picture("https://images.example.com/plain.jpg"),
                                        Map.of(
                                                "kind", "poster",
                                                "url", "https://images.example.com/en.jpg",
                                                "language", "en"))));

        var seen = guest("/viewer" + path, "pt-PT,fr;q=0.5");

        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.at("/name")).isEqualTo("Metrópolis");
        assertThat(seen.at("/synopsis")).isEqualTo("<b>Uma cidade</b>");
        assertThat(seen.header("Content-Language")).isEqualTo("pt-BR");
        assertThat(seen.body().findValuesAsText("url")).containsExactly("https://images.example.com/plain.jpg");
        assertThat(seen.body().has("assetId")).isFalse();
        assertThat(seen.body().has("metadata")).isFalse();
        assertThat(guest("/viewer" + path, "ja").at("/name")).isEqualTo("Metropolis");
    }

    @Test
    void draftsAndOthersAreNotThere() {
        var draft = films.complete("to come");
        var foreign = new Films(STAGE).published("theirs");

        assertThat(guest("/viewer" + draft, "en").code()).isEqualTo("catalog.title.unknown");
        assertThat(guest("/viewer" + foreign, "en").status()).isEqualTo(404);
    }

    @Test
    void aGuestLeafsThroughWhatIsPublished() {
        films.published("one");
        films.complete("draft");
        films.published("two");

        var first = guest("/viewer/v1/titles?limit=1", "en");

        assertThat(first.body().findValuesAsText("name")).containsExactly("two");
        var second = guest("/viewer/v1/titles?limit=1&after=" + first.at("/next"), "en");
        assertThat(second.body().findValuesAsText("name")).containsExactly("one");
        assertThat(second.at("/hasMore")).isEqualTo("false");
    }

    private static Map<String, String> picture(String url) {
        return Map.of("kind", "poster", "url", url);
    }

    private Answer guest(String path, String language) {
        return Api.send(HttpRequest.newBuilder(STAGE.server().getURI().resolve(path))
                .header("X-StreamVerse-Tenant", films.tenant.slug())
                .header("Accept-Language", language)
                .build());
    }
}
