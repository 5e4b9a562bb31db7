package io.streamverse.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Calls an app with one key, or none where it is empty. A body that is no string is written as JSON.
public record Api(URI url, String key, List<String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Thread::startVirtualThread)
            .build();

    public Api(URI url, String key) {
        this(url, key, List.of());
    }

    public Api with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(url, key, List.copyOf(more));
    }

    /// The same with another key or token.
    public Api as(String other) {
        return new Api(url, other, headers);
    }

    public Answer get(String path) {
        return send(request("GET", path, ""));
    }

    public Answer delete(String path) {
        return send(request("DELETE", path, ""));
    }

    public Answer post(String path, Object body) {
        return send(request("POST", path, body));
    }

    public Answer put(String path, Object body) {
        return send(request("PUT", path, body));
    }

    public Answer patch(String path, Object body) {
        return send(request("PATCH", path, body));
    }

    /// With `Content-Type: application/json` and the key, unless a header of this name was given.
    public HttpRequest request(String method, String path, Object body) {
        var text = written(body);
        var publisher = text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
        var request =
                HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).method(method, publisher);
        if (!text.isEmpty() && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!key.isEmpty() && !headers.contains("Authorization")) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.build();
    }

    public static Answer send(HttpRequest request) {
        try {
            return Answer.of(HTTP.send(request, BodyHandlers.ofString()), JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static HttpClient http() {
        return HTTP;
    }

    private static String written(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
