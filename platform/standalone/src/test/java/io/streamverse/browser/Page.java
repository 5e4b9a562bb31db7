package io.streamverse.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/// A tenant's page on an origin of its own, with the players beside it.
final class Page implements AutoCloseable {
    private static final Path OWN = Path.of("src/test/js");
    private static final Path MODULES = Path.of("../../node_modules");
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, Path> PLAYERS = Map.of(
            "/players/shaka.js", MODULES.resolve("shaka-player/dist/shaka-player.compiled.js"),
            "/players/hls.js", MODULES.resolve("hls.js/dist/hls.js"),
            "/players/tus.js", MODULES.resolve("tus-js-client/dist/tus.min.js"),
            "/players/dash.js", MODULES.resolve("dashjs/dist/modern/umd/dash.all.min.js"));
    private final HttpServer server;

    Page() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        serve("/page.html", OWN.resolve("page.html"), HTML);
        serve("/elsewhere.js", OWN.resolve("elsewhere.js"), SCRIPT);
        serve("/last.js", OWN.resolve("last.js"), SCRIPT);
        serve("/watch.js", OWN.resolve("watch.js"), SCRIPT);
        PLAYERS.forEach((path, file) -> serve(path, file, SCRIPT));
        server.start();
    }

    /// `localhost`, which browsers trust enough to decrypt.
    String address() {
        return "http://localhost:%d/page.html".formatted(server.getAddress().getPort());
    }

    void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private void serve(String path, Path file, String type) {
        at(path, exchange -> answer(exchange, 200, type, Files.readAllBytes(file)));
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().add("Access-Control-Allow-Headers", "*");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
