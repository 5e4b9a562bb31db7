package io.streamverse.sdk;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP request of a call: address, headers, body. */
final class Requests {
    private final String baseUrl;
    private final String apiKey;
    private final @Nullable LocalDate version;
    private final String userAgent =
            "streamverse-java/" + ownVersion() + " (Java " + Runtime.version().feature() + ")";
    private final Json json;

    Requests(URI baseUrl, String apiKey, @Nullable LocalDate version, Json json) {
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
        this.apiKey = apiKey;
        this.version = version;
        this.json = json;
    }

    HttpRequest of(Call call, RequestOptions options) {
        var request = HttpRequest.newBuilder(address(call))
                .method(call.method(), body(call))
                .header("Authorization", "Bearer " + apiKey)
                .header("Accept", "application/json, application/problem+json")
                .header("User-Agent", userAgent);
        if (call.body() != null) {
            request.header("Content-Type", contentType(call));
        }
        if (options.idempotencyKey() != null) {
            request.header("Idempotency-Key", options.idempotencyKey());
        } else if (call.carriesIdempotencyKey()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (options.ifMatch() != null) {
            request.header("If-Match", options.ifMatch());
        }
        var asked = options.version() != null ? options.version() : version;
        if (asked != null) {
            request.header("StreamVerse-Version", asked.toString());
        }
        return request.build();
    }

    /** With headers and a body of its own, such as tus has them. */
    HttpRequest plain(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, body)
                .header("Authorization", "Bearer " + apiKey)
                .header("User-Agent", userAgent);
        headers.forEach(request::header);
        return request.build();
    }

    /** Names platform and key, and tells neither. */
    String fingerprint() {
        return baseUrl + " " + apiKey;
    }

    Json json() {
        return json;
    }

    private static String ownVersion() {
        try (var version = requireNonNull(Requests.class.getResourceAsStream("version.txt"))) {
            return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address(Call call) {
        return URI.create(baseUrl + call.path() + (call.query().isEmpty() ? "" : "?" + call.query()));
    }

    private static String contentType(Call call) {
        if (call.body() instanceof Call.Upload upload) {
            return upload.contentType();
        }
        return call.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private BodyPublisher body(Call call) {
        if (call.body() instanceof Call.Upload upload) {
            try {
                return BodyPublishers.ofFile(upload.file());
            } catch (FileNotFoundException e) {
                throw new UncheckedIOException(e);
            }
        }
        return call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.write(call.body()));
    }
}
