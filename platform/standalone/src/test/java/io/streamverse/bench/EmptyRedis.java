package io.streamverse.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes all places back, so that rounds begin alike.
final class EmptyRedis {
    private EmptyRedis() {}

    static void of(Path data) throws IOException {
        var folder = data.resolve("redis");
        int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        var password = Files.readString(folder.resolve("password")).strip();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("AUTH %s\r\nFLUSHALL\r\nQUIT\r\n".formatted(password).getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            if (!answer.equals("+OK\r\n".repeat(3))) {
                throw new IllegalStateException(answer);
            }
        }
    }
}
