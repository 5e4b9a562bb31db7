package io.streamverse.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.streamverse.testkit.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Executors;

/// An edge that hands everything on, at a loopback address of its own and the origin's port, until it dies.
final class Relay implements AutoCloseable {
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "content-length", "transfer-encoding", "date");
    private final URI origin;
    private final HttpServer server;

    Relay(String host, URI origin) {
        this.origin = origin;
        try {
            server = HttpServer.create(new InetSocketAddress(host, origin.getPort()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handOn);
        server.start();
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = HttpRequest.newBuilder(origin.resolve(exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (name.startsWith("Access-control") || name.equals("Range")) {
                    values.forEach(it -> asked.header(name, it));
                }
            });
            var answer = Api.http().send(asked.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            var body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
