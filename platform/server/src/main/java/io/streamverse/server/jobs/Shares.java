package io.streamverse.server.jobs;

import io.streamverse.kernel.database.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Whose turn it is: who has the fewest tasks running for its weight, then who was served least. A tenant that comes
/// back starts level with those who are there, so that nobody saves up turns.
@Singleton
class Shares {
    private final Sql sql;

    Shares(Sql sql) {
        this.sql = sql;
    }

    /// Until the transaction ends nobody else changes the state of this tenant's work.
    void hold(String tenant) {
        sql.write("""
                INSERT INTO control.job_share (tenant_id) VALUES (?)
                ON CONFLICT (tenant_id) DO UPDATE SET tenant_id = excluded.tenant_id
                """, tenant);
    }

    /// Something of its is ready.
    void waiting(String tenant) {
        sql.write("""
                UPDATE control.job_share AS s
                SET waiting = true,
                    served = CASE WHEN waiting OR running > 0 THEN served ELSE greatest(served, coalesce(
                        (SELECT min(served) FROM control.job_share o
                         WHERE (o.waiting OR o.running > 0) AND o.tenant_id <> s.tenant_id), 0)) END
                WHERE tenant_id = ?
                """, tenant);
    }

    void ended(String tenant, double seconds) {
        sql.write("""
                UPDATE control.job_share SET running = running - 1, served = served + ? / weight WHERE tenant_id = ?
                """, seconds, tenant);
    }

    /// Holds the one whose turn it is among those with a task that meets one of these demands, if any. Those that
    /// somebody else holds just now are passed over.
    Optional<String> nextUnheld(String[] demands, Instant now) {
        return next(" FOR UPDATE OF s SKIP LOCKED", demands, now);
    }

    /// The same, but waits for whoever holds it. It is chosen first and held then, since PostgreSQL goes on holding
    /// what it waited for and found changed: two who choose while they lock would wait for each other.
    Optional<String> nextAwaited(String[] demands, Instant now) {
        var next = next("", demands, now);
        next.ifPresent(this::hold);
        return next;
    }

    private Optional<String> next(String locking, String[] demands, Instant now) {
        var statement = """
                SELECT tenant_id FROM control.job_share s
                WHERE waiting AND NOT closing AND (stopped_from IS NULL OR stopped_from > ?)
                  AND (SELECT true FROM unnest(?::text[]) AS demand, LATERAL (
                           SELECT FROM control.job_task t
                           WHERE t.tenant_id = s.tenant_id AND t.demand = demand.demand AND t.state = 'ready'
                             AND t.ready_at <= ? LIMIT 1) AS one
                       LIMIT 1)
                ORDER BY running / weight, served, tenant_id
                LIMIT 1
                """;
        return sql.writeReturning(statement + locking, row -> row.getString(1), now, demands, now).stream()
                .findFirst();
    }

    void stop(String tenant, Instant from) {
        hold(tenant);
        sql.write("UPDATE control.job_share SET stopped_from = ? WHERE tenant_id = ?", from, tenant);
    }

    void close(String tenant) {
        hold(tenant);
        sql.write("UPDATE control.job_share SET closing = true WHERE tenant_id = ?", tenant);
    }

    void reopen(String tenant) {
        sql.write("UPDATE control.job_share SET closing = false WHERE tenant_id = ?", tenant);
    }

    void resume(String tenant) {
        sql.write("UPDATE control.job_share SET stopped_from = NULL WHERE tenant_id = ?", tenant);
    }
}
