package io.streamverse.billing.intake;

import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.database.Sql;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class BackfillRepository {
    private final TransactionOperations<Connection> database;
    private final Sql sql;

    BackfillRepository(@Named("default") TransactionOperations<Connection> database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    record Part(String backfill, @Nullable String header, long firstLine, String content) {}

    record Counts(long lines, long accepted, long duplicates, long conflicts, long rejected) {}

    void begin(String id, @Nullable String header, Instant at) {
        sql.write(
                "INSERT INTO billing.usage_backfill (id, state, header, created_at, changed_at) VALUES (?, 'uploading', ?, ?, ?)",
                id,
                header,
                at,
                at);
    }

    void keep(String id, long firstLine, String content, long lines, Instant at) {
        database.executeWrite(_ -> {
            sql.write(
                    "INSERT INTO billing.usage_backfill_part (backfill, first_line, content, lines) VALUES (?, ?, ?, ?)",
                    id,
                    firstLine,
                    content,
                    lines);
            return sql.write("UPDATE billing.usage_backfill SET changed_at = ? WHERE id = ?", at, id);
        });
    }

    void start(String id, long lines) {
        sql.write("UPDATE billing.usage_backfill SET state = 'running', lines = ? WHERE id = ?", lines, id);
        finish(id);
    }

    void fail(String id) {
        database.executeWrite(_ -> {
            sql.write("DELETE FROM billing.usage_backfill_part WHERE backfill = ?", id);
            return sql.write("UPDATE billing.usage_backfill SET state = 'failed' WHERE id = ?", id);
        });
    }

    /// Uploads that nobody has gone on with.
    List<String> abandoned(Instant before) {
        return sql.read(
                "SELECT id FROM billing.usage_backfill WHERE state = 'uploading' AND changed_at < ?",
                row -> row.getString("id"),
                before);
    }

    /// The next part to book, locked.
    Optional<Part> next() {
        var statement = """
                SELECT p.backfill, b.header, p.first_line, p.content FROM billing.usage_backfill_part p
                JOIN billing.usage_backfill b ON b.id = p.backfill
                WHERE b.state = 'running' ORDER BY p.backfill, p.first_line LIMIT 1 FOR UPDATE OF p SKIP LOCKED
                """;
        return sql
                .writeReturning(
                        statement,
                        row -> new Part(
                                row.getString("backfill"),
                                row.getString("header"),
                                row.getLong("first_line"),
                                row.getString("content")))
                .stream()
                .findFirst();
    }

    void booked(Part part, Counts counts) {
        sql.write(
                "DELETE FROM billing.usage_backfill_part WHERE backfill = ? AND first_line = ?",
                part.backfill(),
                part.firstLine());
        var statement = """
                UPDATE billing.usage_backfill
                SET accepted = accepted + ?, duplicates = duplicates + ?, conflicts = conflicts + ?, rejected = rejected + ?
                WHERE id = ?
                """;
        sql.write(
                statement,
                counts.accepted(),
                counts.duplicates(),
                counts.conflicts(),
                counts.rejected(),
                part.backfill());
        finish(part.backfill());
    }

    void refuse(String id, long line, String code) {
        var statement = """
                INSERT INTO billing.usage_backfill_refusal (backfill, line, code)
                SELECT ?, ?, ? WHERE (SELECT count(*) FROM billing.usage_backfill_refusal WHERE backfill = ?) < 100
                """;
        sql.write(statement, id, line, code, id);
    }

    Optional<BackfillResponse> find(String id) {
        var refusals = sql.read(
                "SELECT line, code FROM billing.usage_backfill_refusal WHERE backfill = ? ORDER BY line",
                row -> new BackfillRefusal(
                        row.getLong("line"),
                        row.getString("code"),
                        UsageProblem.of(row.getString("code")).detail()),
                id);
        return sql
                .read(
                        """
                        SELECT id, state, created_at, lines, accepted, duplicates, conflicts, rejected
                        FROM billing.usage_backfill WHERE id = ?
                        """,
                        row -> new BackfillResponse(
                                row.getString("id"),
                                BackfillState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                                Sql.instant(row, "created_at"),
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
        var statement = """
                SELECT b.id, b.lines, b.accepted + b.duplicates + b.conflicts + b.rejected AS settled,
                       coalesce(p.lines, 0) AS pending
                FROM billing.usage_backfill b
                LEFT JOIN (SELECT backfill, sum(lines) AS lines FROM billing.usage_backfill_part GROUP BY backfill) p
                       ON p.backfill = b.id
                WHERE b.state IN ('running', 'done')
                  AND b.lines <> b.accepted + b.duplicates + b.conflicts + b.rejected + coalesce(p.lines, 0)
                """;
        return sql.read(
                statement,
                row -> "%s has %d lines, of which %d were booked or refused and %d are pending"
                        .formatted(
                                row.getString("id"),
                                row.getLong("lines"),
                                row.getLong("settled"),
                                row.getLong("pending")));
    }

    /// Lines that are neither booked nor refused.
    long pending() {
        return sql.read("SELECT coalesce(sum(lines), 0) FROM billing.usage_backfill_part", row -> row.getLong(1))
                .getFirst();
    }

    private void finish(String id) {
        var statement = """
                UPDATE billing.usage_backfill SET state = 'done'
                WHERE id = ? AND state = 'running' AND accepted + duplicates + conflicts + rejected = lines
                """;
        sql.write(statement, id);
    }
}
