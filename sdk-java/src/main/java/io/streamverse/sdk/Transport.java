package io.streamverse.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;

/** Carries a call to the platform, repeating it where that is safe, and reads the answer. */
final class Transport {
    private static final String NOT_OURS = "is not the JSON this client expects";

    private static final Duration FILE_TIMEOUT = Duration.ofHours(1);

    private final Requests requests;
    private final Exchange exchange;
    private final Backoff backoff;
    private final Sleeper sleeper;
    private final Duration timeout;
    private final int maxRetries;

    Transport(
            Requests requests, Exchange exchange, Backoff backoff, Sleeper sleeper, Duration timeout, int maxRetries) {
        this.requests = requests;
        this.exchange = exchange;
        this.backoff = backoff;
        this.sleeper = sleeper;
        this.timeout = timeout;
        this.maxRetries = maxRetries;
    }

    <T> T call(Call call, RequestOptions options, Class<T> type) {
        return read(call, send(call, options), type);
    }

    <T> Versioned<T> versioned(Call call, RequestOptions options, Class<T> type) {
        var answer = send(call, options);
        var etag = answer.headers().firstValue("ETag");
        if (etag.isEmpty()) {
            throw Problem.unreadable(call, answer, "carries no ETag").exception();
        }
        return new Versioned<>(read(call, answer, type), etag.get());
    }

    /** For files, whose length nobody knows: they may take an hour unless the options say otherwise. */
    <T> T upload(Call call, RequestOptions options, Class<T> type) {
        return read(call, send(call, options, FILE_TIMEOUT, exchange::send), type);
    }

    void save(Call call, RequestOptions options, Path file) {
        send(call, options, FILE_TIMEOUT, (request, it, patience) -> exchange.save(request, it, patience, file));
    }

    void callWithoutAnswer(Call call, RequestOptions options) {
        send(call, options);
    }

    <T> Page<T> page(String path, ListParams params, RequestOptions options, Class<T> type) {
        var call = Call.list(path, params);
        var answer = send(call, options);
        var json = tree(call, answer);
        if (!json.path("data").isArray()) {
            throw Problem.unreadable(call, answer, "is no list").exception();
        }
        try {
            var data = new ArrayList<T>();
            for (var entry : json.path("data")) {
                data.add(requests.json().read(entry, type));
            }
            var next = json.path("next").textValue();
            return new Page<>(
                    data,
                    json.path("hasMore").asBoolean(),
                    next,
                    cursor -> page(path, params.after(cursor), options, type));
        } catch (JsonProcessingException e) {
            throw Problem.unreadable(call, answer, NOT_OURS).exception();
        }
    }

    /** Lines as they come, while the answer goes on; one attempt and no other. */
    void lines(Call call, RequestOptions options, Duration patience, Consumer<String> line) {
        var request = HttpRequest.newBuilder(requests.of(call, options), (name, value) -> true)
                .setHeader("Accept", "text/event-stream, application/problem+json")
                .build();
        var answer = exchange.lines(request, call, patience, line);
        if (answer.statusCode() / 100 != 2) {
            throw Problem.of(answer, requests.json(), backoff).exception();
        }
    }

    /** Whether one more attempt may help after so many failures in a row. */
    boolean mayRepeat(int failures, StreamVerseException failure, RequestOptions options) {
        int retries = options.maxRetries() != null ? options.maxRetries() : maxRetries;
        return failures <= retries && repeatable(failure, options);
    }

    <T> T read(Call call, String json, Class<T> type) {
        try {
            return requests.json().read(requests.json().tree(json.getBytes(StandardCharsets.UTF_8)), type);
        } catch (IOException e) {
            throw new IllegalStateException(call + " told something that " + NOT_OURS);
        }
    }

    private <T> T read(Call call, HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return requests.json().read(tree(call, answer), type);
        } catch (JsonProcessingException e) {
            throw Problem.unreadable(call, answer, NOT_OURS).exception();
        }
    }

    private JsonNode tree(Call call, HttpResponse<byte[]> answer) {
        try {
            var tree = requests.json().tree(answer.body());
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // Falls through without its cause: Jackson quotes the text, which may hold a key.
        }
        throw Problem.unreadable(call, answer, NOT_OURS).exception();
    }

    /** One attempt and no other: whoever sends pieces of a file knows himself what to repeat. */
    HttpResponse<byte[]> once(
            String method, String path, Map<String, String> headers, BodyPublisher body, Duration patience) {
        var answer =
                exchange.send(requests.plain(method, path, headers, body), new Call(method, path, "", null), patience);
        if (answer.statusCode() / 100 != 2) {
            throw Problem.of(answer, requests.json(), backoff).exception();
        }
        return answer;
    }

    /** Waits as long as it is wise after that many failures in a row. */
    void restAfter(int failures, StreamVerseException failure) {
        rest(backoff.pause(failures, failure.retryAfter()), Call.get("/v1"));
    }

    void rest(Duration pause) {
        rest(pause, Call.get("/v1"));
    }

    Duration timeout() {
        return timeout;
    }

    String fingerprint() {
        return requests.fingerprint();
    }

    private interface Attempt {
        HttpResponse<byte[]> send(HttpRequest request, Call call, Duration timeout);
    }

    private HttpResponse<byte[]> send(Call call, RequestOptions options) {
        return send(call, options, timeout, exchange::send);
    }

    private HttpResponse<byte[]> send(Call call, RequestOptions options, Duration usual, Attempt attempt) {
        var request = requests.of(call, options);
        var patience = options.timeout() != null ? options.timeout() : usual;
        for (int failures = 1; ; failures++) {
            StreamVerseException failure;
            try {
                var answer = attempt.send(request, call, patience);
                if (answer.statusCode() / 100 == 2) {
                    return answer;
                }
                failure = Problem.of(answer, requests.json(), backoff).exception();
            } catch (ConnectionException e) {
                failure = e;
            }
            var pause = backoff.pause(failures, failure.retryAfter());
            if (!mayRepeat(failures, failure, options) || pause.compareTo(Backoff.LONGEST_OBEYED) > 0) {
                throw failure;
            }
            rest(pause, call);
        }
    }

    private static boolean repeatable(StreamVerseException failure, RequestOptions options) {
        if (failure instanceof ConnectionException connection) {
            return connection.repeatable(options.ifMatch() != null);
        }
        return failure instanceof RateLimitException
                || failure instanceof UnavailableException
                || failure.code().equals("idempotency.in-progress");
    }

    private void rest(Duration pause, Call call) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectionException.interrupted(call, e);
        }
    }
}
