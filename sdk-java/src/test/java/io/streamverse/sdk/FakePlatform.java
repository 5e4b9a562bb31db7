package io.streamverse.sdk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A platform that answers what a test tells it to, on loopback, with clients that record their pauses and take none. */
final class FakePlatform implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String KEY = "sv_test_c2VjcmV0";

    record Seen(String method, String path, String query, Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    FakePlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    FakePlatform answers(int status, String body, String... headers) {
        answers.add(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        return this;
    }

    FakePlatform breaksTheConnection() {
        answers.add(exchange -> {});
        return this;
    }

    FakePlatform stallsInTheBody() {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    StreamVerse client() {
        return quick(StreamVerse.builder()).build();
    }

    StreamVerseOperator operator() {
        return quick(StreamVerse.operator()).build();
    }

    <C> ClientBuilder<C> quick(ClientBuilder<C> builder) {
        return builder.apiKey(KEY)
                .baseUrl(url())
                .pauses(new Backoff(Clock.fixed(NOW, ZoneOffset.UTC), () -> 0.5), pauses::add);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Seen> seen() {
        return seen;
    }

    Seen last() {
        return seen.get(seen.size() - 1);
    }

    List<Duration> pauses() {
        return pauses;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            seen.add(new Seen(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), headers, body));
            if (answers.isEmpty() && String.valueOf(headers.getFirst("Accept")).startsWith("text/event-stream")) {
                answers(200, "data: {\"endedAt\":\"%s\"}\n\n".formatted(NOW));
            } else if (answers.isEmpty()) {
                answers(200, "{\"data\":[],\"hasMore\":false}", "ETag", "\"1\"");
            }
            answers.remove().to(exchange);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
