package io.streamverse.billing.intake;

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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class BackfillRepository {
    private final TransactionOperations<Connection> database;

    BackfillRepository(@Named("default") TransactionOperations<Connection> database) {
        this.database = database;
    }

    record Part(String backfill, @Nullable String header, long firstLine, String content) {}

    record Counts(long lines, long accepted, long duplicates, long conflicts, long rejected) {}

    void begin(String id, @Nullable String header, Instant at) {
        write(
                "INSERT INTO billing.usage_backfill (id, state, header, created_at, changed_at) VALUES (?, 'uploading', ?, ?, ?)",
                id,
                header,
                utc(at),
                utc(at));
    }

    void keep(String id, long firstLine, String content, long lines, Instant at) {
        database.executeWrite(_ -> {
            write(
                    "INSERT INTO billing.usage_backfill_part (backfill, first_line, content, lines) VALUES (?, ?, ?, ?)",
                    id,
                    firstLine,
                    content,
                    lines);
            return write("UPDATE billing.usage_backfill SET changed_at = ? WHERE id = ?", utc(at), id);
        });
    }

    void start(String id, long lines) {
        write("UPDATE billing.usage_backfill SET state = 'running', lines = ? WHERE id = ?", lines, id);
        finish(id);
    }

    void fail(String id) {
        database.executeWrite(_ -> {
            write("DELETE FROM billing.usage_backfill_part WHERE backfill = ?", id);
            return write("UPDATE billing.usage_backfill SET state = 'failed' WHERE id = ?", id);
        });
    }

    /// Uploads that nobody has gone on with.
    List<String> abandoned(Instant before) {
        return read(
                "SELECT id FROM billing.usage_backfill WHERE state = 'uploading' AND changed_at < ?",
                row -> row.getString("id"),
                utc(before));
    }

    /// The next part to book, locked.
    Optional<Part> next() {
        var sql = """
                SELECT p.backfill, b.header, p.first_line, p.content FROM billing.usage_backfill_part p
                JOIN billing.usage_backfill b ON b.id = p.backfill
                WHERE b.state = 'running' ORDER BY p.backfill, p.first_line LIMIT 1 FOR UPDATE OF p SKIP LOCKED
                """;
        return read(
                        sql,
                        row -> new Part(
                                row.getString("backfill"),
                                row.getString("header"),
                                row.getLong("first_line"),
                                row.getString("content")))
                .stream()
                .findFirst();
    }

    void booked(Part part, Counts counts) {
        write(
                "DELETE FROM billing.usage_backfill_part WHERE backfill = ? AND first_line = ?",
                part.backfill(),
                part.firstLine());
        var sql = """
                UPDATE billing.usage_backfill
                SET accepted = accepted + ?, duplicates = duplicates + ?, conflicts = conflicts + ?, rejected = rejected + ?
                WHERE id = ?
                """;
        write(sql, counts.accepted(), counts.duplicates(), counts.conflicts(), counts.rejected(), part.backfill());
        finish(part.backfill());
    }

    void refuse(String id, long line, String code) {
        var sql = """
                INSERT INTO billing.usage_backfill_refusal (backfill, line, code)
                SELECT ?, ?, ? WHERE (SELECT count(*) FROM billing.usage_backfill_refusal WHERE backfill = ?) < 100
                """;
        write(sql, id, line, code, id);
    }

    Optional<BackfillResponse> find(String id) {
        var refusals = read(
                "SELECT line, code FROM billing.usage_backfill_refusal WHERE backfill = ? ORDER BY line",
                row -> new BackfillRefusal(
                        row.getLong("line"),
                        row.getString("code"),
                        UsageProblem.of(row.getString("code")).detail()),
                id);
        return read(
                        "SELECT * FROM billing.usage_backfill WHERE id = ?",
                        row -> new BackfillResponse(
                                row.getString("id"),
                                BackfillState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getLong("lines"),
                                row.getLong("accepted"),
                                row.getLong("duplicates"),
                                row.getLong("conflicts"),
                                row.getLong("rejected"),
                                refusals),
                        id)
                .stream()
                .findFirst();
    }

    /// Files of which lines are neither booked nor refused nor pending, in words.
    List<String> unaccounted() {
        var sql = """
                SELECT b.id, b.lines, b.accepted + b.duplicates + b.conflicts + b.rejected AS settled,
                       coalesce(p.lines, 0) AS pending
                FROM billing.usage_backfill b
                LEFT JOIN (SELECT backfill, sum(lines) AS lines FROM billing.usage_backfill_part GROUP BY backfill) p
                       ON p.backfill = b.id
                WHERE b.state IN ('running', 'done')
                  AND b.lines <> b.accepted + b.duplicates + b.conflicts + b.rejected + coalesce(p.lines, 0)
                """;
        return read(
                sql,
                row -> "%s has %d lines, of which %d were booked or refused and %d are pending"
                        .formatted(
                                row.getString("id"),
                                row.getLong("lines"),
                                row.getLong("settled"),
                                row.getLong("pending")));
    }

    private void finish(String id) {
        var sql = """
                UPDATE billing.usage_backfill SET state = 'done'
                WHERE id = ? AND state = 'running' AND accepted + duplicates + conflicts + rejected = lines
                """;
        write(sql, id);
    }

    private int write(String sql, @Nullable Object... values) {
        return database.executeWrite(status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private <T> List<T> read(String sql, RowReader<T> reader, @Nullable Object... values) {
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

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
