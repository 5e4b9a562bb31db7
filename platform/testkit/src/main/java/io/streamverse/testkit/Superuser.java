package io.streamverse.testkit;

import io.streamverse.engines.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a test does to a database, and asks it, past the program that owns it.
public record Superuser(Postgres postgres, String database) {

    public Connection connect() {
        return connect(postgres.superuser(), postgres.password());
    }

    public void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /// The first column of the first row.
    public @Nullable String ask(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    Connection connect(String user, String password) {
        try {
            return DriverManager.getConnection(postgres.jdbcUrl(database), user, password);
        } catch (SQLException e) {
            throw new AssertionError(user, e);
        }
    }
}
