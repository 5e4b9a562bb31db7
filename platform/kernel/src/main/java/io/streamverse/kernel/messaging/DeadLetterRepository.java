package io.streamverse.kernel.messaging;

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

@Singleton
@Requires(property = "database.control.url")
class DeadLetterRepository {
    private final TransactionOperations<Connection> database;

    DeadLetterRepository(@Named("control") TransactionOperations<Connection> database) {
        this.database = database;
    }

    record Row(DeadLetter letter, Envelope envelope) {}

    void insert(String id, String consumer, Envelope it, String reason, int attempts, Instant now) {
        var sql = """
                INSERT INTO plumbing.dead_letter (id, consumer, event_id, topic, key, type, tenant, environment, payload,
                                                  trace, event_at, reason, attempts, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (consumer, event_id) DO UPDATE SET reason = excluded.reason, attempts = excluded.attempts
                """;
        write(sql, statement -> {
            var values = new Object[] {
                id,
                consumer,
                it.id(),
                it.topic(),
                it.key(),
                it.type(),
                it.tenant(),
                it.environment(),
                it.payload(),
                it.trace(),
                it.at().atOffset(ZoneOffset.UTC),
                reason,
                attempts,
                now.atOffset(ZoneOffset.UTC)
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        });
    }

    void delete(String id) {
        write("DELETE FROM plumbing.dead_letter WHERE id = ?", statement -> statement.setString(1, id));
    }

    List<Row> before(@Nullable String id, int size) {
        return read(
                "SELECT * FROM plumbing.dead_letter WHERE ?::text IS NULL OR id < ? ORDER BY id DESC LIMIT ?",
                statement -> {
                    statement.setString(1, id);
                    statement.setString(2, id);
                    statement.setInt(3, size);
                });
    }

    /// The letter named, and all behind it.
    List<Row> from(String id) {
        var sql = """
                SELECT d.* FROM plumbing.dead_letter d
                JOIN plumbing.dead_letter first ON first.id = ? AND d.consumer = first.consumer AND d.key = first.key
                ORDER BY d.position
                """;
        return read(sql, statement -> statement.setString(1, id));
    }

    private void write(String sql, Binding binding) {
        database.executeWrite(status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                binding.on(statement);
                return statement.executeUpdate();
            }
        });
    }

    private List<Row> read(String sql, Binding binding) {
        return database.executeRead(status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                binding.on(statement);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<Row>();
                    while (rows.next()) {
                        found.add(row(rows));
                    }
                    return found;
                }
            }
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        var envelope = new Envelope(
                row.getString("event_id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("tenant"),
                row.getString("environment"),
                row.getString("payload"),
                row.getString("trace"),
                row.getObject("event_at", OffsetDateTime.class).toInstant());
        var letter = new DeadLetter(
                row.getString("id"),
                row.getString("consumer"),
                envelope.id(),
                envelope.topic(),
                envelope.key(),
                envelope.type(),
                envelope.tenant(),
                envelope.environment(),
                envelope.payload(),
                envelope.at(),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return new Row(letter, envelope);
    }

    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }
}
