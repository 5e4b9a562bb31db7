package io.streamverse.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.model.CreateGrant;
import io.streamverse.sdk.model.GrantSource;
import io.streamverse.sdk.model.GrantSourceKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Somebody who has the best tier and watches a little, so that there is something to go on with.
final class Audience {
    static final String EMAIL = "viewer@aurora.example";
    private static final String DEVICE = "Demo";
    static final String PASSWORD = "curtains of light";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final StreamVerse client;

    Audience(URI url, StreamVerse client) {
        this.url = url;
        this.client = client;
    }

    void signUp() throws IOException, InterruptedException {
        if (client.viewers()
                .list(ListParams.all().filter("email", EMAIL))
                .data()
                .isEmpty()) {
            var account = Map.of("email", EMAIL, "password", PASSWORD, "name", "Ada", "locale", "en", "device", DEVICE);
            var token = post("auth/register", account, "").path("accessToken").asText();
            post("profiles", Map.of("name", "Kim", "kids", true), token);
        }
        var viewer = client.viewers()
                .list(ListParams.all().filter("email", EMAIL))
                .data()
                .getFirst();
        client.grants()
                .create(
                        viewer.id(),
                        new CreateGrant()
                                .tier("family")
                                .source(new GrantSource()
                                        .kind(GrantSourceKind.VOUCHER)
                                        .externalId("demo")));
    }

    /// As far as that, and no further.
    synchronized void watch(String titleId, int seconds) throws IOException, InterruptedException {
        var token = post("auth/login", Map.of("email", EMAIL, "password", PASSWORD, "device", DEVICE), "")
                .path("accessToken")
                .asText();
        var device = Map.of(
                "id",
                "demo",
                "name",
                DEVICE,
                "kind",
                "web",
                "player",
                "shaka",
                "codecs",
                List.of("h264"),
                "drm",
                List.of("clearkey"));
        var session = post("playbacks", Map.of("titleId", titleId, "device", device, "stopOthers", true), token)
                .path("sessionId")
                .asText();
        post("playbacks/" + session + "/heartbeat", Map.of("positionMs", seconds * 1_000), token);
        send(request("playbacks/" + session, token).DELETE());
    }

    private JsonNode post(String path, Map<String, ?> body, String token) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(url.resolve("/viewer/v1/" + path))
                .timeout(PATIENCE)
                .header("X-StreamVerse-Tenant", Demo.SLUG);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("The service answered %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
