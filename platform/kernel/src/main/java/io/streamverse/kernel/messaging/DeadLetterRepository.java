package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
@Requires(property = "database.control.url")
class DeadLetterRepository {
    private static final String SELECT =
            "SELECT id, consumer, reason, attempts, at, event_at, " + Envelope.COLUMNS + " FROM plumbing.dead_letter ";
    private final Sql sql;

    DeadLetterRepository(Sql sql) {
        this.sql = sql;
    }

    record Row(DeadLetter letter, Envelope envelope) {}

    void insert(String id, String consumer, Envelope it, String reason, int attempts, boolean aside, Instant now) {
        var statement = """
                INSERT INTO plumbing.dead_letter (id, consumer, event_id, topic, key, type, tenant, environment, payload,
                                                  trace, event_at, reason, attempts, aside, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (consumer, event_id)
                DO UPDATE SET reason = excluded.reason, attempts = excluded.attempts, aside = excluded.aside
                """;
        sql.write(
                statement,
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
                it.at(),
                reason,
                attempts,
                aside,
                now);
    }

    void delete(String id) {
        sql.write("DELETE FROM plumbing.dead_letter WHERE id = ?", id);
    }

    List<Row> before(@Nullable String id, int size) {
        var statement = SELECT + "WHERE ?::text IS NULL OR id < ? ORDER BY id DESC LIMIT ?";
        return sql.read(statement, DeadLetterRepository::row, id, id, size);
    }

    boolean anyOf(String consumer, String key) {
        return any("SELECT EXISTS (SELECT FROM plumbing.dead_letter WHERE consumer = ? AND key = ?)", consumer, key);
    }

    boolean anyRefusedOf(String consumer, String key) {
        return any(
                "SELECT EXISTS (SELECT FROM plumbing.dead_letter WHERE consumer = ? AND key = ? AND NOT aside)",
                consumer,
                key);
    }

    /// Those that wait for a database only, and stand first.
    List<Row> firstAside() {
        var statement = SELECT + """
                WHERE aside AND id IN (SELECT DISTINCT ON (consumer, key) id FROM plumbing.dead_letter
                                       ORDER BY consumer, key, position)
                ORDER BY position
                """;
        return sql.read(statement, DeadLetterRepository::row);
    }

    void refused(String id, String reason) {
        sql.write("UPDATE plumbing.dead_letter SET aside = false, reason = ? WHERE id = ?", reason, id);
    }

    private boolean any(String statement, String consumer, String key) {
        return sql.read(statement, row -> row.getBoolean(1), consumer, key).getFirst();
    }

    long count(String consumer) {
        return sql.read("SELECT count(*) FROM plumbing.dead_letter WHERE consumer = ?", row -> row.getLong(1), consumer)
                .getFirst();
    }

    /// The letter named, and all behind it.
    List<Row> from(String id) {
        var statement = SELECT + """
                WHERE (consumer, key) = (SELECT consumer, key FROM plumbing.dead_letter WHERE id = ?)
                ORDER BY position
                """;
        return sql.read(statement, DeadLetterRepository::row, id);
    }

    private static Row row(ResultSet row) throws SQLException {
        var envelope = Envelope.of(row, "event_at");
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
                Sql.instant(row, "at"));
        return new Row(letter, envelope);
    }
}
