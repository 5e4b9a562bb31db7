package io.streamverse.sdk;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** What tus says over HTTP. */
final class Tus {
    private static final String UPLOADS = "/v1/uploads";
    private static final Duration PIECE_TIMEOUT = Duration.ofMinutes(30);

    private final Transport transport;

    Tus(Transport transport) {
        this.transport = transport;
    }

    /** How far the platform is, and what the file became where it is whole. */
    record State(String address, long offset, String assetId) {}

    State create(long bytes, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.put("Upload-Length", String.valueOf(bytes));
        return created(all, transport.timeout());
    }

    /** Joins what was sent in parts. */
    State join(Iterable<String> addresses, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.put("Upload-Concat", "final;" + String.join(" ", addresses));
        return created(all, PIECE_TIMEOUT);
    }

    State look(String address) {
        return state(address, send("HEAD", address, Map.of(), transport.timeout()));
    }

    State append(String address, long offset, FileSpan span, LongConsumer taken) {
        var headers = Map.of(
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                String.valueOf(offset),
                "Content-Type",
                "application/offset+octet-stream");
        return state(address, transport.once("PATCH", address, headers, span.body(taken), PIECE_TIMEOUT));
    }

    static String metadata(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(it -> it.getKey() + " "
                        + Base64.getEncoder().encodeToString(it.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    private State created(Map<String, String> headers, Duration patience) {
        var answer = send("POST", UPLOADS, headers, patience);
        var location = answer.headers().firstValue("Location").orElse("");
        var id = location.substring(location.lastIndexOf('/') + 1);
        return state(UPLOADS + "/" + id, answer);
    }

    private HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, Duration patience) {
        var all = new LinkedHashMap<>(headers);
        all.put("Tus-Resumable", "1.0.0");
        return transport.once(method, path, all, BodyPublishers.noBody(), patience);
    }

    private static State state(String address, HttpResponse<byte[]> answer) {
        var headers = answer.headers();
        return new State(
                address,
                headers.firstValueAsLong("Upload-Offset").orElse(0),
                headers.firstValue("StreamVerse-Asset").orElse(""));
    }
}
