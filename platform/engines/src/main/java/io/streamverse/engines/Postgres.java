package io.streamverse.engines;

import java.sql.DriverManager;
import java.sql.SQLException;

/// A PostgreSQL that the programs may use, and its superuser: the embedded one, or a container's in tests.
public interface Postgres {
    String host();

    int port();

    String superuser();

    String password();

    /// Without user and password, so that it may be logged.
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database);
    }

    /// The shortest way for this machine's own programs.
    default String nearUrl(String database) {
        return jdbcUrl(database);
    }

    default void createDatabaseIfMissing(String database) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), superuser(), password());
                var existing = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            existing.setString(1, database);
            if (!existing.executeQuery().next()) {
                try (var create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + create.enquoteIdentifier(database, true));
                }
            }
        } catch (SQLException failure) {
            throw new EngineFailure(
                    "Database %s cannot be made (%s).".formatted(database, failure.getMessage()), failure);
        }
    }
}
