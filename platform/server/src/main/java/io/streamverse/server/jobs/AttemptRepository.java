package io.streamverse.server.jobs;

import io.streamverse.kernel.database.Sql;
import io.streamverse.media.lease.DeviceMs;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class AttemptRepository {
    private static final String SELECT = """
            SELECT a.id, a.task_id, a.number, a.worker_id, a.state, a.progress, a.cpu_ms, a.gpu_ms, a.began_at,
                   a.ended_at, a.code, a.detail, a.log
            FROM control.job_attempt a
            """;
    private final Sql sql;

    AttemptRepository(Sql sql) {
        this.sql = sql;
    }

    record Row(
            String id,
            long task,
            int number,
            String worker,
            String state,
            double progress,
            DeviceMs deviceMs,
            Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String log) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getLong("task_id"),
                    row.getInt("number"),
                    row.getString("worker_id"),
                    row.getString("state"),
                    row.getDouble("progress"),
                    new DeviceMs(row.getLong("cpu_ms"), row.getLong("gpu_ms")),
                    Sql.instant(row, "began_at"),
                    Sql.instantIfAny(row, "ended_at"),
                    row.getString("code"),
                    row.getString("detail"),
                    row.getString("log"));
        }
    }

    Optional<Row> find(String id) {
        return sql.read(SELECT + "WHERE id = ?", Row::of, id).stream().findFirst();
    }

    /// Of a job, in the order of its tasks.
    List<Row> of(String job) {
        var statement = SELECT + """
                JOIN control.job_task t ON t.id = a.task_id
                WHERE t.job_id = ? ORDER BY a.task_id, a.number
                """;
        return sql.read(statement, Row::of, job);
    }

    boolean beat(String id, int number, double progress, DeviceMs deviceMs, Instant until) {
        var statement = """
                UPDATE control.job_attempt
                SET progress = ?, cpu_ms = greatest(cpu_ms, ?), gpu_ms = greatest(gpu_ms, ?), expires_at = ?
                WHERE id = ? AND number = ? AND state = 'running'
                """;
        return sql.write(statement, progress, deviceMs.cpu(), deviceMs.gpu(), until, id, number) == 1;
    }

    /// The last that a worker says of an attempt that others ended.
    void spent(String id, DeviceMs deviceMs) {
        sql.write(
                "UPDATE control.job_attempt SET cpu_ms = greatest(cpu_ms, ?), gpu_ms = greatest(gpu_ms, ?) WHERE id = ?",
                deviceMs.cpu(),
                deviceMs.gpu(),
                id);
    }

    /// How long it ran, where it was still running.
    Optional<Double> end(String id, String state, DeviceMs deviceMs, Instant now) {
        var statement = """
                UPDATE control.job_attempt
                SET state = ?, cpu_ms = greatest(cpu_ms, ?), gpu_ms = greatest(gpu_ms, ?), ended_at = ?
                WHERE id = ? AND state = 'running'
                RETURNING greatest(0, extract(epoch FROM ended_at - began_at))
                """;
        return sql
                .writeReturning(statement, row -> row.getDouble(1), state, deviceMs.cpu(), deviceMs.gpu(), now, id)
                .stream()
                .findFirst();
    }

    void explain(String id, String code, String detail, String log) {
        sql.write("UPDATE control.job_attempt SET code = ?, detail = ?, log = ? WHERE id = ?", code, detail, log, id);
    }

    List<String> running(Long[] tasks) {
        return sql.read(
                "SELECT id FROM control.job_attempt WHERE state = 'running' AND task_id = ANY (?::bigint[])",
                row -> row.getString(1),
                (Object) tasks);
    }

    List<String> running(String job) {
        var statement = """
                SELECT a.id FROM control.job_attempt a JOIN control.job_task t ON t.id = a.task_id
                WHERE a.state = 'running' AND t.job_id = ?
                """;
        return sql.read(statement, row -> row.getString(1), job);
    }

    List<String> expired(Instant now) {
        return sql.read(
                "SELECT id FROM control.job_attempt WHERE state = 'running' AND expires_at < ? LIMIT 1000",
                row -> row.getString(1),
                now);
    }

    boolean isExpired(String id, Instant now) {
        return sql.read(
                        "SELECT state = 'running' AND expires_at < ? FROM control.job_attempt WHERE id = ?",
                        row -> row.getBoolean(1),
                        now,
                        id)
                .getFirst();
    }
}
