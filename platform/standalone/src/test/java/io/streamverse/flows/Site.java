package io.streamverse.flows;

import io.streamverse.standalone.Jar;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The standalone from its jar, on a folder and a port that outlive its process.
final class Site implements AutoCloseable {
    private static final String OPERATOR_KEY = "operator-key-of-the-soak-0123456789";
    private final int port = FreePort.find();
    private final Path data;
    private Jar jar;

    Site(Path data) {
        this.data = data;
        this.jar = start();
    }

    /// SIGKILL, and up again.
    void killAndRestart() {
        jar.kill();
        jar = start();
    }

    Api operator() {
        return as(OPERATOR_KEY);
    }

    Api as(String key) {
        return new Api(URI.create("http://127.0.0.1:" + port), key);
    }

    Vitals vitals() {
        var connections = ask("streamverse", "SELECT count(*) FROM pg_stat_activity WHERE client_port IS NOT NULL");
        return Vitals.of(jar.process().pid(), Integer.parseInt(connections.getFirst()));
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + read("kafka/port"));
    }

    /// The first column of what the superuser is answered.
    List<String> ask(String database, String sql) {
        var url = "jdbc:postgresql://127.0.0.1:%s/%s".formatted(read("postgres/port"), database);
        try (var connection = DriverManager.getConnection(url, "postgres", read("postgres/password"));
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

    @Override
    public void close() {
        jar.close();
    }

    private Jar start() {
        return Jar.start(Map.of(
                        "STREAMVERSE_PORT",
                        Integer.toString(port),
                        "STREAMVERSE_DATA",
                        data.toString(),
                        "STREAMVERSE_OPERATOR_KEY",
                        OPERATOR_KEY,
                        "STREAMVERSE_DEMO",
                        "false",
                        "STREAMVERSE_RATE_LIMITS",
                        "off"))
                .awaitReady();
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
