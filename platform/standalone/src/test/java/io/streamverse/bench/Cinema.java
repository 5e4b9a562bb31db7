package io.streamverse.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.CreateGrant;
import io.streamverse.sdk.model.CreateTitle;
import io.streamverse.sdk.model.CreateViewerSession;
import io.streamverse.sdk.model.TitleAccess;
import io.streamverse.sdk.model.TitleAccessKind;
import io.streamverse.sdk.model.TitleKind;
import io.streamverse.sdk.model.TitleText;
import io.streamverse.testkit.bench.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A tenant with a film that the tier `premium` may watch, and viewers who have it.
record Cinema(StandaloneProcess standalone, String key, StreamVerse client, String title) {
    private static final Path FILM = Path.of("src/test/resources/film.mp4");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String TIER = "premium";
    private static final int ALL = 100;

    static Cinema open(StandaloneProcess standalone) {
        var key = standalone.newTenant("cinema");
        var client = StreamVerse.builder()
                .apiKey(key)
                .baseUrl(standalone.address("/"))
                .build();
        var upload = client.uploads().upload(FILM, UploadOptions.usual().withName("Film"));
        var asset = client.assets().untilReady(upload, PATIENCE).id();
        var title = client.titles()
                .create(new CreateTitle()
                        .kind(TitleKind.MOVIE)
                        .texts(Map.of("en", new TitleText().name("Film")))
                        .access(new TitleAccess().kind(TitleAccessKind.TIER).tier(TIER))
                        .assetId(asset))
                .id();
        client.titles().publish(title);
        return new Cinema(standalone, key, client, title);
    }

    /// The access token of one who may watch as often at once as anybody may.
    String viewer(String externalId) {
        var session = client.viewerSessions()
                .create(new CreateViewerSession().externalId(externalId).maxStreams(ALL));
        client.grants().create(session.viewerId(), new CreateGrant().tier(TIER));
        return session.accessToken();
    }

    JsonNode play(String viewer) {
        return standalone.post("/viewer/v1/playbacks", viewer, wish());
    }

    Request start(String viewer) {
        return ask("/viewer/v1/playbacks", viewer);
    }

    /// The same wish at another address.
    Request ask(String path, String viewer) {
        return Request.post(path, viewer, wish());
    }

    private String wish() {
        return """
                {"titleId": "%s", "device": {"id": "bench", "name": "Bench", "kind": "web", "player": "other"}}\
                """.formatted(title);
    }
}
