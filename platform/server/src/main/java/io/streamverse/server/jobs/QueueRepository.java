package io.streamverse.server.jobs;

import io.streamverse.kernel.database.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// What waits and what runs. Tasks that may be made on either accelerator count as the CPU's.
@Singleton
class QueueRepository {
    private final Sql sql;

    QueueRepository(Sql sql) {
        this.sql = sql;
    }

    long ready(String accelerator) {
        return number(
                "SELECT count(*) FROM control.job_task WHERE state = 'ready' AND coalesce(accelerator, 'cpu') = ?",
                accelerator);
    }

    long running(String accelerator) {
        return number("""
                SELECT count(*) FROM control.job_attempt a JOIN control.job_task t ON t.id = a.task_id
                WHERE a.state = 'running' AND coalesce(t.accelerator, 'cpu') = ?
                """, accelerator);
    }

    double oldestSeconds(String accelerator, Instant now) {
        return sql.read("""
                        SELECT coalesce(greatest(0, extract(epoch FROM ? - min(ready_at))), 0)
                        FROM control.job_task WHERE state = 'ready' AND coalesce(accelerator, 'cpu') = ?
                        """, row -> row.getDouble(1), now, accelerator).getFirst();
    }

    long workers(String accelerator, Instant seenSince) {
        return sql.read(
                        "SELECT count(*) FROM control.job_worker WHERE seen_at >= ? AND ? = ANY (accelerators)",
                        row -> row.getLong(1),
                        seenSince,
                        accelerator)
                .getFirst();
    }

    /// How long the last hundred that succeeded took.
    Optional<Double> usualSeconds(String accelerator) {
        var statement = """
                SELECT avg(extract(epoch FROM ended_at - began_at))::float8
                FROM (SELECT a.ended_at, a.began_at
                      FROM control.job_attempt a JOIN control.job_task t ON t.id = a.task_id
                      WHERE a.state = 'done' AND coalesce(t.accelerator, 'cpu') = ?
                      ORDER BY a.ended_at DESC LIMIT 100) AS latest
                """;
        return sql.read(statement, row -> Optional.ofNullable(row.getObject(1, Double.class)), accelerator)
                .getFirst();
    }

    boolean isStopped(String tenant, Instant now) {
        return is("SELECT closing OR stopped_from <= ? FROM control.job_share WHERE tenant_id = ?", now, tenant);
    }

    boolean isAtWork(String tenant) {
        return is("SELECT running > 0 FROM control.job_share WHERE tenant_id = ?", tenant);
    }

    /// Those of its tenant that go before it; and of each other tenant as many as come round until then.
    int ahead(Task task) {
        var statement = """
                WITH own AS (
                    SELECT count(*) AS before FROM control.job_task
                    WHERE tenant_id = ? AND state = 'ready'
                      AND (priority > ? OR (priority = ? AND (queued_at, id) < (?, ?)))
                ), other AS (
                    SELECT s.weight, count(*) AS ready
                    FROM control.job_share s JOIN control.job_task t ON t.tenant_id = s.tenant_id AND t.state = 'ready'
                    WHERE s.waiting AND s.tenant_id <> ?
                    GROUP BY s.tenant_id
                )
                SELECT own.before + coalesce(
                    (SELECT sum(least(ready, ceil((own.before + 1) * other.weight / self.weight))) FROM other), 0)
                FROM own, control.job_share self WHERE self.tenant_id = ?
                """;
        return sql.read(
                        statement,
                        row -> row.getInt(1),
                        task.tenant(),
                        task.priority(),
                        task.priority(),
                        task.queuedAt(),
                        task.id(),
                        task.tenant(),
                        task.tenant())
                .getFirst();
    }

    private long number(String statement, String accelerator) {
        return sql.read(statement, row -> row.getLong(1), accelerator).getFirst();
    }

    private boolean is(String statement, Object... values) {
        return sql.read(statement, row -> row.getBoolean(1), values).stream().anyMatch(it -> it);
    }
}
