package io.streamverse.server.drm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A licence service: keeps what it was asked, and answers what it was told to.
final class FakeProvider implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private volatile byte[] answer = "licence".getBytes(StandardCharsets.UTF_8);

    record Asked(Map<String, List<String>> headers, ByteBuffer body) {
        byte[] bytes() {
            var bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }

        String header(String name) {
            return Objects.requireNonNull(headers.get(name)).getFirst();
        }
    }

    FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/AcquireLicense"
                .formatted(server.getAddress().getPort()));
    }

    List<Asked> asked() {
        return asked;
    }

    void answers(int code, String text) {
        status.set(code);
        answer = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    Map.copyOf(exchange.getRequestHeaders()),
                    ByteBuffer.wrap(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(status.get(), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
