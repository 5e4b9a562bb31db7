package io.streamverse.server.jobs;

import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class JobRepository {
    private static final String SELECT = """
            SELECT id, tenant_id, environment, asset_id, version, kind, state, priority, code, detail, queued_at,
                   started_at, ended_at
            FROM control.job
            """;
    private final Sql sql;

    JobRepository(Sql sql) {
        this.sql = sql;
    }

    record Row(
            String id,
            TenantSpace space,
            String assetId,
            int version,
            String kind,
            String state,
            int priority,
            @Nullable String code,
            @Nullable String detail,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("id"),
                    TenantSpace.of(row.getString("tenant_id"), row.getString("environment")),
                    row.getString("asset_id"),
                    row.getInt("version"),
                    row.getString("kind"),
                    row.getString("state"),
                    row.getInt("priority"),
                    row.getString("code"),
                    row.getString("detail"),
                    Sql.instant(row, "queued_at"),
                    Sql.instantIfAny(row, "started_at"),
                    Sql.instantIfAny(row, "ended_at"));
        }
    }

    boolean insert(TenantSpace space, WorkWanted wanted, Instant now) {
        var statement = """
                INSERT INTO control.job (id, tenant_id, environment, asset_id, version, kind, state, priority, queued_at)
                VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?)
                ON CONFLICT DO NOTHING
                """;
        return sql.write(
                        statement,
                        wanted.jobId(),
                        space.tenant().value(),
                        space.environment().label(),
                        wanted.assetId(),
                        wanted.version(),
                        wanted.kind(),
                        wanted.priority(),
                        now)
                == 1;
    }

    Row get(String id) {
        return sql.read(SELECT + "WHERE id = ?", Row::of, id).getFirst();
    }

    Optional<Row> find(TenantSpace space, String id) {
        return sql
                .read(
                        SELECT + "WHERE id = ? AND tenant_id = ? AND environment = ?",
                        Row::of,
                        id,
                        space.tenant().value(),
                        space.environment().label())
                .stream()
                .findFirst();
    }

    /// Newest first.
    List<Row> before(@Nullable String id, @Nullable String state, int size) {
        var statement = SELECT + """
                WHERE (?::text IS NULL OR id < ?) AND (?::text IS NULL OR state = ?)
                ORDER BY id DESC LIMIT ?
                """;
        return sql.read(statement, Row::of, id, id, state, state, size);
    }

    boolean isOpen(TenantSpace space, String id) {
        return find(space, id)
                .filter(it -> it.state().equals("queued") || it.state().equals("running"))
                .isPresent();
    }

    /// Whether this is its first task.
    boolean start(String id, Instant now) {
        return sql.write(
                        "UPDATE control.job SET state = 'running', started_at = ? WHERE id = ? AND state = 'queued'",
                        now,
                        id)
                == 1;
    }

    /// Whether it had not ended before.
    boolean end(String id, String state, @Nullable String code, @Nullable String detail, Instant now) {
        var statement = """
                UPDATE control.job SET state = ?, code = ?, detail = ?, ended_at = ?
                WHERE id = ? AND state IN ('queued', 'running')
                """;
        return sql.write(statement, state, code, detail, now, id) == 1;
    }

    /// Those whose leftovers nobody has looked for yet.
    List<Row> unswept(Instant endedBefore) {
        return sql.read(SELECT + "WHERE ended_at < ? AND NOT swept ORDER BY ended_at LIMIT 200", Row::of, endedBefore);
    }

    void swept(String id) {
        sql.write("UPDATE control.job SET swept = true WHERE id = ?", id);
    }

    int forget(Instant endedBefore) {
        return sql.write(
                "DELETE FROM control.job WHERE id IN (SELECT id FROM control.job WHERE ended_at < ? LIMIT 500)",
                endedBefore);
    }
}
