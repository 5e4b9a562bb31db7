package io.streamverse.server.jobs;

import io.streamverse.kernel.database.Sql;
import io.streamverse.media.lease.Registration;
import io.streamverse.media.plan.Accelerator;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class WorkerRepository {
    private static final String SELECT = """
            SELECT id, name, version, slots, kinds, accelerators, encoders, device, demands, registered_at, seen_at
            FROM control.job_worker
            """;
    private final Sql sql;

    WorkerRepository(Sql sql) {
        this.sql = sql;
    }

    record Row(
            String id,
            String name,
            String version,
            int slots,
            List<String> kinds,
            List<String> accelerators,
            List<String> encoders,
            @Nullable String device,
            List<String> demands,
            Instant registeredAt,
            Instant seenAt) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("version"),
                    row.getInt("slots"),
                    Task.texts(row.getArray("kinds")),
                    Task.texts(row.getArray("accelerators")),
                    Task.texts(row.getArray("encoders")),
                    row.getString("device"),
                    Task.texts(row.getArray("demands")),
                    Sql.instant(row, "registered_at"),
                    Sql.instant(row, "seen_at"));
        }
    }

    void insert(String id, Registration worker, List<String> demands, Instant now) {
        var statement = """
                INSERT INTO control.job_worker
                    (id, name, version, slots, kinds, accelerators, encoders, device, demands, registered_at, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        sql.write(
                statement,
                id,
                worker.name(),
                worker.version(),
                worker.slots(),
                worker.kinds().toArray(String[]::new),
                worker.accelerators().stream().map(Accelerator::label).toArray(String[]::new),
                worker.encoders().stream()
                        .map(it -> it.codec().label() + "/" + it.accelerator().label())
                        .toArray(String[]::new),
                worker.device(),
                demands.toArray(String[]::new),
                now,
                now);
    }

    Optional<Row> find(String id) {
        return sql.read(SELECT + "WHERE id = ?", Row::of, id).stream().findFirst();
    }

    void seen(String id, Instant now, Instant unlessSince) {
        sql.write("UPDATE control.job_worker SET seen_at = ? WHERE id = ? AND seen_at < ?", now, id, unlessSince);
    }

    /// Whoever keeps this lease.
    void seenWith(String lease, Instant now, Instant unlessSince) {
        var statement = """
                UPDATE control.job_worker SET seen_at = ?
                WHERE id = (SELECT worker_id FROM control.job_attempt WHERE id = ?) AND seen_at < ?
                """;
        sql.write(statement, now, lease, unlessSince);
    }

    List<Row> seenSince(Instant since) {
        return sql.read(SELECT + "WHERE seen_at >= ?", Row::of, since);
    }

    List<Row> before(@Nullable String id, int size) {
        return sql.read(SELECT + "WHERE ?::text IS NULL OR id < ? ORDER BY id DESC LIMIT ?", Row::of, id, id, size);
    }

    /// What a worker does right now.
    record Doing(String worker, String job, String task, int attempt, double progress, Instant since) {}

    List<Doing> doing(List<String> workers) {
        var statement = """
                SELECT a.worker_id, t.job_id, t.name, a.number, a.progress, a.began_at
                FROM control.job_attempt a JOIN control.job_task t ON t.id = a.task_id
                WHERE a.state = 'running' AND a.worker_id = ANY (?)
                ORDER BY a.began_at
                """;
        return sql.read(
                statement,
                row -> new Doing(
                        row.getString("worker_id"),
                        row.getString("job_id"),
                        row.getString("name"),
                        row.getInt("number"),
                        row.getDouble("progress"),
                        Sql.instant(row, "began_at")),
                (Object) workers.toArray(String[]::new));
    }

    int forget(Instant seenBefore) {
        return sql.write("DELETE FROM control.job_worker WHERE seen_at < ?", seenBefore);
    }
}
