package io.streamverse.server.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;

/// A client that says exactly what a test wants it to.
record Tus(Api api) {
    static Tus as(Api api) {
        return new Tus(api.with("Tus-Resumable", "1.0.0"));
    }

    Tus with(String header, String value) {
        return new Tus(api.with(header, value));
    }

    static String pair(String key, String value) {
        return key + " " + Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }

    Answer create(long length) {
        return with("Upload-Length", String.valueOf(length)).post(BodyPublishers.noBody());
    }

    Answer post(BodyPublisher body) {
        return send("POST", "/v1/uploads", body);
    }

    String begin(long length) {
        var answer = create(length);
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.header("Location");
    }

    Answer head(String address) {
        return send("HEAD", address, BodyPublishers.noBody());
    }

    Answer delete(String address) {
        return send("DELETE", address, BodyPublishers.noBody());
    }

    Answer patch(String address, long offset, byte[] bytes) {
        return patch(address, offset, BodyPublishers.ofByteArray(bytes));
    }

    Answer patch(String address, long offset, BodyPublisher body) {
        return with("Upload-Offset", String.valueOf(offset))
                .with("Content-Type", "application/offset+octet-stream")
                .send("PATCH", address, body);
    }

    Answer send(String method, String address, BodyPublisher body) {
        var plain = api.request(method, address, "");
        return Api.send(HttpRequest.newBuilder(plain, (_, _) -> true)
                .method(method, body)
                .build());
    }
}
