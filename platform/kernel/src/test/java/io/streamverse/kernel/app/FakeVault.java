package io.streamverse.kernel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A fake. It answers one secret and one role as Vault's published interface has them, and nothing else.
final class FakeVault implements AutoCloseable {
    static final String TOKEN = "hvs.token-of-the-tests";
    private final HttpServer server;

    FakeVault() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/secret/data/streamverse", this::secret);
        server.createContext("/v1/auth/approle/login", this::login);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void secret(HttpExchange exchange) throws IOException {
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            answer(exchange, 403, """
                    {"errors": ["permission denied"]}""");
            return;
        }
        answer(exchange, 200, """
                {"request_id": "1", "lease_id": "", "renewable": false, "lease_duration": 0,
                 "data": {"data": {"database": "pw-of-vault", "port": 5432},
                          "metadata": {"created_time": "2026-11-30T10:00:00Z", "version": 3}}}""");
    }

    private void login(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var known = exchange.getRequestMethod().equals("POST")
                && body.contains("\"role_id\":\"a-role\"")
                && body.contains("\"secret_id\":\"its-secret\"");
        if (known) {
            answer(exchange, 200, """
                    {"auth": {"client_token": "%s", "lease_duration": 1200, "renewable": true}}""".formatted(TOKEN));
        } else {
            answer(exchange, 400, """
                    {"errors": ["invalid role or secret ID"]}""");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
