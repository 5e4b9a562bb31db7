package io.streamverse.kernel.schedule;

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

/// Due times follow the app's clock, leases follow the database's.
@Singleton
@Requires(property = "database.control.url")
class ScheduleRepository {
    private final TransactionOperations<Connection> database;

    ScheduleRepository(@Named("control") TransactionOperations<Connection> database) {
        this.database = database;
    }

    record Claim(Instant dueAt, long attempt) {}

    void declare(String name, String cron, Instant nextDueAt) {
        var sql = """
                INSERT INTO plumbing.schedule AS s (name, cron, next_due_at) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, next_due_at = excluded.next_due_at
                WHERE s.cron <> excluded.cron
                """;
        write(sql, name, cron, utc(nextDueAt));
    }

    @Nullable
    Claim claim(String name, String leader, Instant now, int leaseSeconds) {
        var sql = """
                UPDATE plumbing.schedule
                SET leader = ?, leader_until = now() + make_interval(secs => ?), attempt = attempt + 1
                WHERE name = ? AND next_due_at <= ? AND (leader_until IS NULL OR leader_until < now())
                RETURNING next_due_at, attempt
                """;
        var claims = read(
                sql,
                row -> new Claim(
                        row.getObject("next_due_at", OffsetDateTime.class).toInstant(), row.getLong("attempt")),
                leader,
                leaseSeconds,
                name,
                utc(now));
        return claims.isEmpty() ? null : claims.getFirst();
    }

    void succeeded(String name, Claim claim, Instant nextDueAt, Instant ranAt, long tookMs) {
        var sql = """
                UPDATE plumbing.schedule
                SET next_due_at = ?, leader = NULL, leader_until = NULL, failures = 0, last_result = 'ok',
                    last_due_at = ?, last_run_at = ?, last_took_ms = ?
                WHERE name = ? AND attempt = ?
                """;
        write(sql, utc(nextDueAt), utc(claim.dueAt()), utc(ranAt), tookMs, name, claim.attempt());
    }

    void failed(String name, Claim claim, String reason, Instant ranAt, long tookMs) {
        var sql = """
                UPDATE plumbing.schedule
                SET leader = NULL, leader_until = now() + make_interval(secs => least(300, power(2, failures))),
                    failures = failures + 1, last_result = ?, last_due_at = ?, last_run_at = ?, last_took_ms = ?
                WHERE name = ? AND attempt = ?
                """;
        write(sql, reason, utc(claim.dueAt()), utc(ranAt), tookMs, name, claim.attempt());
    }

    boolean dueAt(String name, Instant now) {
        return write(
                        "UPDATE plumbing.schedule SET next_due_at = ?, leader_until = NULL WHERE name = ? AND leader IS NULL",
                        utc(now),
                        name)
                == 1;
    }

    List<Schedule> list() {
        return read("SELECT * FROM plumbing.schedule ORDER BY name", ScheduleRepository::schedule);
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getString("name"),
                row.getString("cron"),
                row.getObject("next_due_at", OffsetDateTime.class).toInstant(),
                row.getString("leader"),
                instant(row, "last_due_at"),
                instant(row, "last_run_at"),
                row.getObject("last_took_ms", Long.class),
                row.getString("last_result"),
                row.getInt("failures"));
    }

    private int write(String sql, Object... values) {
        return database.executeWrite(status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private <T> List<T> read(String sql, RowReader<T> reader, Object... values) {
        return database.executeWrite(status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                bind(statement, values);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<T>();
                    while (rows.next()) {
                        found.add(reader.read(rows));
                    }
                    return found;
                }
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
