package io.streamverse.flows;

import io.streamverse.standalone.TestDatabases;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.TestEngines;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What outlives every program that is killed here: engines, databases, and where each program listens.
final class Ground {
    static final String OPERATOR_KEY = "operator-key-of-the-flows-0123456789";
    static final String WORKERS_KEY = "workers-key-of-the-flows-0123456789";
    private static final Path FOLDER = Path.of("target", "flows").toAbsolutePath();
    private static final TestEngines ENGINES = TestEngines.shared();
    private static final Path SECRETS = FOLDER.resolve("secrets");
    private static final TestDatabases DATABASES = new TestDatabases(ENGINES.postgres(), SECRETS);
    static final Program BILLING = billing();
    static final Program SERVER = server("server");

    private Ground() {}

    static Api operator() {
        return SERVER.as(OPERATOR_KEY);
    }

    static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", ENGINES.kafka().bootstrapServers());
    }

    /// A connection of the superuser.
    static Connection connect(String database) throws SQLException {
        var postgres = ENGINES.postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.superuser(), postgres.password());
    }

    static void run(String database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /// The first column of what the server's database answers.
    static List<String> ask(String sql) {
        return ask(TestDatabases.SERVER, sql);
    }

    static List<String> ask(String database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /// Every event has left for Kafka.
    static void awaitEmptyOutbox() {
        Eventually.is(
                "the outbox is empty",
                () -> ask("SELECT id FROM plumbing.outbox").isEmpty());
    }

    /// What a further database for tenants' schemas is called in PostgreSQL; made where it is missing.
    static String further(String name) {
        return DATABASES.further(name);
    }

    static Map<String, String> ofFurther(String name) {
        return DATABASES.ofServer(name);
    }

    /// Of this name, for those whom the others would disturb.
    static TestDatabases databases(String name) {
        return new TestDatabases(ENGINES.postgres(), SECRETS, name, name + "_billing");
    }

    static Program server(String name) {
        return server(name, Map.of());
    }

    /// On the one database; PostgreSQL knows its connections by its name.
    static Program server(String name, Map<String, String> settings) {
        var environment = common();
        environment.putAll(DATABASES.ofServer());
        environment.put("TENANTS_OPERATOR_KEY", OPERATOR_KEY);
        environment.put("TENANTS_CREATION", NewTenant.LEASE.toString());
        environment.put("BILLING_URL", BILLING.url().toString());
        environment.put("WORKERS_KEY", WORKERS_KEY);
        environment.put("STORAGE_ROOT", FOLDER.resolve("objects").toString());
        environment.put("DRM_SECRET", "drm-secret-of-the-flows-0123456789");
        environment.put("CLOSING_SECRET", "closing-secret-of-the-flows-0123456789");
        environment.put("CONSOLE_SECRET", "console-secret-of-the-flows-0123456789");
        environment.put("DELIVERY_SECRET", "delivery-secret-of-the-flows-0123456789");
        environment.put("BEACONS_SECRET", "beacons-secret-of-the-flows-0123456789");
        environment.put("REDIS_URL", ENGINES.redis().uri().toString());
        environment.put("VIEWERS_SECRET", "viewers-secret-of-the-flows-0123456789");
        environment.put("STORAGE_SECRET", "storage-secret-of-the-flows-0123456789");
        environment.merge(
                "DATABASE_CONTROL_URL",
                "ApplicationName=" + name,
                (url, setting) -> url + (url.contains("?") ? "&" : "?") + setting);
        environment.putAll(settings);
        return new Program(name, "io.streamverse.server.Main", environment);
    }

    private static Program billing() {
        var environment = common();
        environment.putAll(DATABASES.ofBilling());
        return new Program("billing", "io.streamverse.billing.Main", environment);
    }

    private static Map<String, String> common() {
        return new HashMap<>(Map.of(
                "MESSAGING_BOOTSTRAP_SERVERS",
                ENGINES.kafka().bootstrapServers(),
                "INTERNAL_TOKENS_SECRET",
                "internal-secret-of-the-flows-0123456789"));
    }
}
