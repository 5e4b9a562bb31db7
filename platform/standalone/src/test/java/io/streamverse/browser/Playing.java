package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.flows.Studio;
import io.streamverse.sdk.model.CreateTitle;
import io.streamverse.sdk.model.CreateViewerSession;
import io.streamverse.sdk.model.TitleKind;
import io.streamverse.sdk.model.TitleText;
import io.streamverse.standalone.TestStandalone;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A published film, and somebody of the tenant's own accounts who watches it: all that a tenant's page does.
final class Playing {
    private static final AtomicInteger VIEWERS = new AtomicInteger();
    private final String title;
    private final String token;

    private Playing(String title, String token) {
        this.title = title;
        this.token = token;
    }

    static Playing of(Studio.Film film) {
        var client = film.client();
        var title = client.titles()
                .create(new CreateTitle()
                        .kind(TitleKind.MOVIE)
                        .texts(Map.of("en", new TitleText().name("Film")))
                        .assetId(film.asset()))
                .id();
        client.titles().publish(title);
        return new Playing(title, tokenOf(film));
    }

    private static String tokenOf(Studio.Film film) {
        var wanted = new CreateViewerSession()
                .externalId("user-" + VIEWERS.incrementAndGet())
                .tier("family");
        return film.client().viewerSessions().create(wanted).accessToken();
    }

    String token() {
        return token;
    }

    /// What the page is told, for a player that the API calls so.
    JsonNode start(String player, List<String> keySystems) {
        return start(player, List.of("h264"), keySystems);
    }

    JsonNode start(String player, List<String> codecs, List<String> keySystems) {
        var device = Map.of(
                "id", player, "name", "Test", "kind", "web", "player", player, "codecs", codecs, "drm", keySystems);
        var answer = api().post("/viewer/v1/playbacks", Map.of("titleId", title, "device", device));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    Answer end(JsonNode playback) {
        return api().delete("/viewer/v1/playbacks/" + playback.at("/sessionId").asText());
    }

    Api api() {
        return new Api(TestStandalone.url(), token);
    }
}
