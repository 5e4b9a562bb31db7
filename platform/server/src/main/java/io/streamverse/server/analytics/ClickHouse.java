package io.streamverse.server.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Statements over HTTP. Values are bound by ClickHouse, `{name:Type}`, and never part of a statement.
@Singleton
class ClickHouse {
    static final String ROWS = "JSONEachRow";
    static final String CSV = "CSVWithNames";
    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\.");
    /// Unknown table, unknown database, timeout, too many at once, too much memory, and the like; and what whoever runs
    /// it has to mend: read-only, disk, user, password, rights.
    private static final Set<Integer> PASSING =
            Set.of(60, 81, 159, 164, 192, 193, 194, 202, 209, 210, 241, 242, 243, 252, 319, 394, 497, 516);

    private final AnalyticsConfig config;
    private final HttpClient http;

    ClickHouse(AnalyticsConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
    }

    String database() {
        return config.database();
    }

    /// In our database.
    String ask(String sql, Map<String, String> values, String format) {
        return send(
                "/?database=%s&default_format=%s%s".formatted(config.database(), format, parameters(values)),
                sql.getBytes(UTF_8));
    }

    void insert(byte[] statementAndRows) {
        send("/?database=" + config.database(), statementAndRows);
    }

    void run(String sql) {
        send("/?database=" + config.database(), sql.getBytes(UTF_8));
    }

    void createDatabase() {
        send(
                "/",
                "CREATE DATABASE IF NOT EXISTS %s".formatted(config.database()).getBytes(UTF_8));
    }

    private String send(String path, byte[] body) {
        var url = config.url();
        if (url == null) {
            throw new ClickHouseAway("analytics.url is not set", null);
        }
        try {
            var answer = http.send(request(url.resolve(path), body), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw refused(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new ClickHouseAway("ClickHouse does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClickHouseAway("Interrupted", e);
        }
    }

    private HttpRequest request(URI address, byte[] body) {
        var request = HttpRequest.newBuilder(address)
                .timeout(config.timeout())
                .header("X-ClickHouse-User", config.user())
                .POST(BodyPublishers.ofByteArray(body));
        if (config.password() != null) {
            request.header("X-ClickHouse-Key", config.password());
        }
        return request.build();
    }

    private static RuntimeException refused(String said) {
        var code = CODE.matcher(said);
        var first = said.lines().findFirst().orElse("");
        return code.find() && !PASSING.contains(Integer.valueOf(code.group(1)))
                ? new ClickHouseRefused(first)
                : new ClickHouseAway(first, null);
    }

    private static String parameters(Map<String, String> values) {
        return values.entrySet().stream()
                .map(it -> "&param_" + it.getKey() + "=" + URLEncoder.encode(escaped(it.getValue()), UTF_8))
                .collect(joining());
    }

    /// As ClickHouse reads a value: a backslash begins an escape, and a raw tab or line break would end it.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
