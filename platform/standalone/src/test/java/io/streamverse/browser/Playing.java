package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.flows.Studio;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.model.CreateTitle;
import io.streamverse.sdk.model.CreateViewerSession;
import io.streamverse.sdk.model.TitleKind;
import io.streamverse.sdk.model.TitleText;
import io.streamverse.standalone.TestStandalone;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A published film, and somebody of the tenant's own accounts who watches it: all that a tenant's page does.
final class Playing {
    private static final AtomicInteger VIEWERS = new AtomicInteger();
    private final URI server;
    private final StreamVerse client;
    private final String title;
    private final String token;

    private Playing(URI server, StreamVerse client, String title) {
        this.server = server;
        this.client = client;
        this.title = title;
        this.token = someone(client);
    }

    static Playing of(Studio.Film film) {
        return of(film, TestStandalone.url());
    }

    static Playing of(Studio.Film film, URI server) {
        var client = film.client();
        var title = client.titles()
                .create(new CreateTitle()
                        .kind(TitleKind.MOVIE)
                        .texts(Map.of("en", new TitleText().name("Film")))
                        .assetId(film.asset()))
                .id();
        client.titles().publish(title);
        return new Playing(server, client, title);
    }

    /// The same film, by another server, for somebody else.
    Playing at(URI other) {
        return new Playing(other, client, title);
    }

    private static String someone(StreamVerse client) {
        var wanted = new CreateViewerSession()
                .externalId("user-" + VIEWERS.incrementAndGet())
                .tier("family");
        return client.viewerSessions().create(wanted).accessToken();
    }

    String title() {
        return title;
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

    /// As the tenant's staff does it.
    void revoke(String session) {
        client.playbackSessions().revoke(session);
    }

    String address(JsonNode playback) {
        return "%s/viewer/v1/playbacks/%s"
                .formatted(server, playback.at("/sessionId").asText());
    }

    Answer end(JsonNode playback) {
        return api().delete(address(playback));
    }

    Api api() {
        return new Api(server, token);
    }
}
