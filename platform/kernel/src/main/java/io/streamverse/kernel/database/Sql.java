package io.streamverse.kernel.database;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement on the app's own database, in the transaction that is open or in one of its own.
@Singleton
@Requires(property = "database.control.url")
public class Sql {
    private final TransactionOperations<Connection> database;

    public Sql(@Named("control") TransactionOperations<Connection> database) {
        this.database = database;
    }

    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> read(String sql, Row<T> row, @Nullable Object... values) {
        return database.executeRead(status -> query(status.getConnection(), sql, row, values));
    }

    /// How many rows it changed.
    public int write(String sql, @Nullable Object... values) {
        return database.executeWrite(status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    public <T> List<T> writeReturning(String sql, Row<T> row, @Nullable Object... values) {
        return database.executeWrite(status -> query(status.getConnection(), sql, row, values));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantIfAny(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> List<T> query(Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.of(rows));
                }
                return found;
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant it ? it.atOffset(ZoneOffset.UTC) : values[i]);
        }
    }
}
