package io.streamverse.server.closing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.lettuce.core.RedisClient;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.Superuser;
import io.streamverse.testkit.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/// Everything that a stage keeps, wherever it keeps it, looked through as text.
final class Traces {
    private static final Pattern OF_TENANTS = Pattern.compile("t_[0-9a-z]{26}(_test)?|tenant_template");
    /// Billing goes on counting, and players are missed after a while.
    private static final Pattern COUNTED = Pattern.compile(".*\\.(quota|reservation|budget|playback_session)");

    private final Stage stage;
    private final String clickHouse;

    Traces(Stage stage, String clickHouse) {
        this.stage = stage;
        this.clickHouse = clickHouse;
    }

    /// Where a tenant's id is found, in whatever row, key, name or file; schemas and roles bear a part of it.
    SortedSet<String> of(TenantId tenant) {
        var needle = tenant.value().substring(4);
        var found = new TreeSet<String>();
        for (var database : stage.databases()) {
            var tables = tables(database, _ -> true);
            found.addAll(rows(
                    database,
                    tables.stream()
                            .map(it -> "SELECT '%1$s' WHERE EXISTS (SELECT FROM %1$s x WHERE x::text LIKE '%%%2$s%%')"
                                    .formatted(it, needle))
                            .collect(joining(" UNION ALL "))));
            if (found.removeIf(it -> it.contains(needle)) || tables.stream().anyMatch(it -> it.contains(needle))) {
                found.add("schemas");
            }
            if (!rows(database, "SELECT rolname FROM pg_roles WHERE rolname LIKE '%" + needle + "%'")
                    .isEmpty()) {
                found.add("roles");
            }
        }
        redisKeys().filter(it -> it.contains(needle)).map(Traces::redisPlace).forEach(found::add);
        objects().filter(it -> it.contains(needle)).map(Traces::objectPlace).forEach(found::add);
        if (unfinished().anyMatch(it -> it.contains(needle))) {
            found.add("objects: parts");
        }
        clickHouseTables().stream()
                .filter(it -> !ask("SELECT count() FROM %s WHERE position(formatRow('TSV', *), '%s') > 0"
                                .formatted(it, needle))
                        .equals("0\n"))
                .map("clickhouse: "::concat)
                .forEach(found::add);
        return found;
    }

    /// Every place there is.
    SortedSet<String> places() {
        var places = new TreeSet<String>();
        for (var database : stage.databases()) {
            places.addAll(tables(database, it -> !OF_TENANTS.matcher(it).matches()));
        }
        redisKeys().map(Traces::redisPlace).forEach(places::add);
        objects().map(Traces::objectPlace).forEach(places::add);
        if (unfinished().findAny().isPresent()) {
            places.add("objects: parts");
        }
        clickHouseTables().stream().map("clickhouse: "::concat).forEach(places::add);
        topics().stream().map("kafka: "::concat).forEach(places::add);
        return places;
    }

    /// What there is in a tenant's own schema and folder, so that a change shows.
    String digest(TenantId tenant) {
        var needle = tenant.value().substring(4);
        var database = stage.databaseOf(tenant);
        var rows = rows(
                database,
                tables(database, it -> it.contains(needle)).stream()
                        .filter(it -> !COUNTED.matcher(it).matches())
                        .map(it ->
                                "SELECT '%1$s ' || md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) FROM %1$s x"
                                        .formatted(it))
                        .collect(joining(" UNION ALL ")));
        return Stream.concat(rows.stream(), objects().filter(it -> it.contains(needle)))
                .sorted()
                .collect(joining("\n"));
    }

    private static List<String> tables(Superuser database, Predicate<String> schemas) {
        return rows(database, """
                SELECT n.nspname || '.' || c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND c.relname <> 'flyway_schema_history'
                ORDER BY 1
                """).stream()
                .filter(it -> schemas.test(it.substring(0, it.indexOf('.'))))
                .toList();
    }

    private static List<String> rows(Superuser database, String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> redisKeys() {
        var prefix = stage.topic("").replace(".", ":");
        var client = RedisClient.create(TestEngines.shared().redis().uri().toString());
        try (client;
                var connection = client.connect()) {
            return connection.sync().keys(prefix + "*").stream().map(it -> it.substring(prefix.length()));
        }
    }

    /// `ten_…:live:rates:key:…` is of `rates`; `all:…` is the platform's.
    private static String redisPlace(String key) {
        var parts = key.split(":");
        return "redis: " + (parts[0].equals("all") ? "all:" + parts[1] : parts[2]);
    }

    private Stream<String> objects() {
        var store = stage.server().getApplicationContext().getBean(ObjectStore.class);
        return store.list("", null, 1_000).entries().stream().map(it -> it.key().value());
    }

    /// What uploads have brought that are not finished is no object yet: files that say whose they will be.
    private Stream<String> unfinished() {
        try (var files = Files.walk(stage.objects().resolve("uploads"))) {
            return files.filter(Files::isRegularFile).map(Traces::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `originals` of `ten_…/live/originals/ast_…/1`.
    private static String objectPlace(String key) {
        return "objects: " + key.split("/")[2];
    }

    private List<String> clickHouseTables() {
        return ask("SELECT name FROM system.tables WHERE database = '%s' AND engine LIKE '%%MergeTree' FORMAT TSV"
                        .formatted(clickHouse))
                .lines()
                .toList();
    }

    private String ask(String sql) {
        var engine = TestEngines.shared().clickHouse();
        return Api.send(HttpRequest.newBuilder(engine.uri().resolve("/?database=" + clickHouse))
                        .header("X-ClickHouse-User", engine.user())
                        .header("X-ClickHouse-Key", engine.password())
                        .POST(BodyPublishers.ofString(sql, UTF_8))
                        .build())
                .text();
    }

    private List<String> topics() {
        var prefix = stage.topic("");
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", TestEngines.shared().kafka().bootstrapServers()))) {
            return admin.listTopics().names().get().stream()
                    .filter(it -> it.startsWith(prefix))
                    .map(it -> it.substring(prefix.length()))
                    .toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
