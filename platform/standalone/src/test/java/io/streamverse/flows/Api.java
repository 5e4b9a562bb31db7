package io.streamverse.flows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Calls one program with one key, and retries nothing: what a killed program did not answer stays unanswered.
record Api(URI url, String key, HttpClient http) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer patch(String path, String body) {
        return send(request(path).method("PATCH", BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body, String idempotencyKey) {
        return send(request(path).header("Idempotency-Key", idempotencyKey).POST(BodyPublishers.ofString(body)));
    }

    Answer postLines(String path, String lines) {
        return send(
                request(path).setHeader("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var etag = response.headers().firstValue("ETag").orElse("");
            return new Answer(response.statusCode(), etag, read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
