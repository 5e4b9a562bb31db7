package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/// A client that sends an address as it is written, whatever is in it, and reads all that comes.
record Raw(URI host) {
    private static final int PATIENCE_MS = 10_000;

    record Reply(int status, int length) {}

    /// Status 0 where the connection is closed without an answer.
    Reply get(String path, String headers) {
        var request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n"
                .formatted(path, host.getAuthority(), headers);
        try (var socket = new Socket(host.getHost(), host.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return answer.startsWith("HTTP/1.")
                    ? new Reply(Integer.parseInt(answer.substring(9, 12)), answer.length() - answer.indexOf("\r\n\r\n"))
                    : new Reply(0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
