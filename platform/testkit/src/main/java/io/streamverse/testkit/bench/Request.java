package io.streamverse.testkit.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A request as it goes over the wire.
public record Request(ByteBuffer bytes) {
    public static Request get(String path, String apiKey) {
        return new Request(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + apiKey + "\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
    }

    /// By somebody whom nobody knows, who takes gzip.
    public static Request packed(String path) {
        return new Request(ByteBuffer.wrap(
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nAccept: */*\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
    }

    public static Request post(String path, String token, String json) {
        return new Request(ByteBuffer.wrap(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                        + "\r\nAccept: application/json\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII)));
    }
}
