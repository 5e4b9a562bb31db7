package io.streamverse.server.placement;

import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Each change names the attempt that makes it; one of an earlier attempt changes nothing.
@Singleton
class MoveRepository {
    private static final String COLUMNS = """
            id, tenant_id, source, target, state, attempt, failures, reason, row_count, requested_at, paused_at, moved_at,
            done_at
            """;
    private static final String SELECT = "SELECT " + COLUMNS + "FROM control.tenant_move ";
    private final Sql sql;

    MoveRepository(Sql sql) {
        this.sql = sql;
    }

    boolean tenantExists(String tenant) {
        return sql.read(
                        "SELECT EXISTS (SELECT FROM control.tenant WHERE id = ? AND state = 'ACTIVE')",
                        row -> row.getBoolean(1),
                        tenant)
                .getFirst();
    }

    /// Empty where the tenant is being moved already.
    Optional<Move> add(String id, TenantId tenant, String from, String to, Instant now) {
        var statement = """
                INSERT INTO control.tenant_move (id, tenant_id, source, target, state, requested_at, due_at)
                VALUES (?, ?, ?, ?, 'REQUESTED', ?, ?)
                ON CONFLICT (tenant_id) WHERE state NOT IN ('DONE', 'FAILED') DO NOTHING
                RETURNING
                """ + COLUMNS;
        return sql.writeReturning(statement, MoveRepository::move, id, tenant.value(), from, to, now, now).stream()
                .findFirst();
    }

    List<Move> of(String tenant) {
        return sql.read(SELECT + "WHERE tenant_id = ? ORDER BY id DESC LIMIT 100", MoveRepository::move, tenant);
    }

    List<Move> due(Instant now) {
        var statement = SELECT + "WHERE state NOT IN ('DONE', 'FAILED') AND due_at <= ? ORDER BY due_at";
        return sql.read(statement, MoveRepository::move, now);
    }

    boolean begin(Move move) {
        var statement = """
                UPDATE control.tenant_move SET attempt = attempt + 1
                WHERE id = ? AND attempt = ? AND state IN ('REQUESTED', 'COPYING')
                """;
        return sql.write(statement, move.id(), move.attempt()) == 1;
    }

    boolean pause(String id, long attempt, Instant now) {
        return sql.write(
                        "UPDATE control.tenant_move SET state = 'COPYING', paused_at = ? WHERE id = ? AND attempt = ?",
                        now,
                        id,
                        attempt)
                == 1;
    }

    boolean moved(String id, long attempt, long rows, Instant now, Duration keep) {
        var statement = """
                UPDATE control.tenant_move SET state = 'MOVED', reason = NULL, row_count = ?, moved_at = ?, due_at = ?
                WHERE id = ? AND attempt = ? AND state = 'COPYING'
                """;
        return sql.write(statement, rows, now, now.plus(keep), id, attempt) == 1;
    }

    /// Nobody takes it up while the transaction lasts.
    boolean isStillTheTurnOf(String id, long attempt) {
        var statement = """
                SELECT id FROM control.tenant_move WHERE id = ? AND attempt = ? AND state IN ('REQUESTED', 'COPYING')
                FOR UPDATE
                """;
        return !sql.writeReturning(statement, row -> row.getString(1), id, attempt)
                .isEmpty();
    }

    void failed(String id, MoveState state, String reason, Instant again) {
        sql.write(
                "UPDATE control.tenant_move SET state = ?, failures = failures + 1, reason = ?, due_at = ? WHERE id = ?",
                state.name(),
                reason,
                again,
                id);
    }

    void done(String id, Instant now) {
        sql.write(
                "UPDATE control.tenant_move SET state = 'DONE', done_at = ? WHERE id = ? AND state = 'MOVED'", now, id);
    }

    boolean movedSince(TenantId tenant, Instant since) {
        var statement = """
                SELECT EXISTS (SELECT FROM control.tenant_move
                               WHERE tenant_id = ? AND (state = 'COPYING' OR moved_at > ?))
                """;
        return sql.read(statement, row -> row.getBoolean(1), tenant.value(), since)
                .getFirst();
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                row.getString("id"),
                new TenantId(row.getString("tenant_id")),
                row.getString("source"),
                row.getString("target"),
                MoveState.valueOf(row.getString("state")),
                row.getLong("attempt"),
                row.getInt("failures"),
                row.getString("reason"),
                row.getObject("row_count", Long.class),
                Sql.instant(row, "requested_at"),
                Sql.instantIfAny(row, "paused_at"),
                Sql.instantIfAny(row, "moved_at"),
                Sql.instantIfAny(row, "done_at"));
    }
}
