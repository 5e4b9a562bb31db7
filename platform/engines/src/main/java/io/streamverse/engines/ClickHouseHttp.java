package io.streamverse.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

/// What of ClickHouse's HTTP interface is used here: `/ping`, and `POST` with `query`, `param_…`, `database` and
/// `default_format` in the address, and the rest of the statement as body.
final class ClickHouseHttp implements HttpHandler {
    private static final String PARAMETER = "param_";
    private final BlockingQueue<Chdb.Connection> idle;
    private final byte[] password;

    ClickHouseHttp(Chdb engine, int connections, String password) {
        this.idle = new ArrayBlockingQueue<>(connections);
        this.password = password.getBytes(UTF_8);
        for (int i = 0; i < connections; i++) {
            idle.add(engine.connect());
        }
    }

    /// Waits for those at work.
    void close() {
        for (int left = idle.size() + idle.remainingCapacity(); left > 0; left--) {
            try {
                idle.take().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/ping")) {
                answer(exchange, 200, "Ok.\n".getBytes(UTF_8));
            } else if (!isKnown(exchange)) {
                answer(exchange, 403, "Code: 516. Authentication failed\n".getBytes(UTF_8));
            } else {
                run(exchange);
            }
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        var given = exchange.getRequestHeaders().getFirst("X-ClickHouse-Key");
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), password);
    }

    private void run(HttpExchange exchange) throws IOException {
        var asked = asked(exchange.getRequestURI().getRawQuery());
        var sql = new ByteArrayOutputStream();
        sql.writeBytes(asked.getOrDefault("query", "").getBytes(UTF_8));
        sql.write('\n');
        exchange.getRequestBody().transferTo(sql);
        try {
            answer(exchange, 200, query(sql.toByteArray(), asked));
        } catch (Chdb.Refused refused) {
            answer(exchange, 500, (refused.getMessage() + "\n").getBytes(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] query(byte[] sql, Map<String, String> asked) throws InterruptedException {
        var parameters = asked.entrySet().stream()
                .filter(it -> it.getKey().startsWith(PARAMETER))
                .collect(Collectors.toMap(it -> it.getKey().substring(PARAMETER.length()), Map.Entry::getValue));
        var connection = idle.take();
        try {
            var database = asked.getOrDefault("database", "default").replace("`", "");
            connection.query("USE `%s`".formatted(database).getBytes(UTF_8), "Null", Map.of());
            return connection.query(sql, asked.getOrDefault("default_format", "TabSeparated"), parameters);
        } finally {
            idle.put(connection);
        }
    }

    private static Map<String, String> asked(String query) {
        var asked = new LinkedHashMap<String, String>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            var name = pair.split("=", 2);
            asked.put(URLDecoder.decode(name[0], UTF_8), name.length == 1 ? "" : URLDecoder.decode(name[1], UTF_8));
        }
        return asked;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
