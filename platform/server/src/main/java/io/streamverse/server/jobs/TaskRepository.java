package io.streamverse.server.jobs;

import io.streamverse.events.media.WantedTask;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.database.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Only whoever holds the tenant's share writes here.
@Singleton
class TaskRepository {
    private static final String COLUMNS = """
            id, job_id, name, tenant_id, work, demand, accelerator, group_name, weight, needs, priority, state, queued_at,
            ready_at, attempt, failures, losses, checkpoint, done
            """;
    private static final String SELECT = "SELECT " + COLUMNS + "FROM control.job_task ";
    private final Sql sql;

    TaskRepository(Sql sql) {
        this.sql = sql;
    }

    void insert(String tenant, WorkWanted wanted, List<Wanted> tasks, Instant now) {
        var statement = """
                INSERT INTO control.job_task (job_id, name, tenant_id, work, demand, accelerator, group_name, weight, needs,
                                              open_needs, priority, state, queued_at, ready_at)
                SELECT ?, t.name, ?, t.work, t.demand, t.accelerator, t.group_name, t.weight,
                       coalesce(string_to_array(t.needs, ','), '{}'), t.open_needs, ?,
                       CASE WHEN t.open_needs = 0 THEN 'ready' ELSE 'waiting' END, ?, ?
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::int[])
                     WITH ORDINALITY
                     AS t (name, work, demand, accelerator, group_name, weight, needs, open_needs, place)
                ORDER BY t.place
                """;
        sql.write(
                statement,
                wanted.jobId(),
                tenant,
                wanted.priority(),
                now,
                now,
                texts(tasks, WantedTask::name),
                texts(tasks, WantedTask::work),
                tasks.stream().map(Wanted::demand).toArray(String[]::new),
                texts(tasks, WantedTask::accelerator),
                texts(tasks, WantedTask::group),
                tasks.stream().map(it -> it.task().weight()).toArray(Double[]::new),
                texts(tasks, it -> it.needs().isEmpty() ? null : String.join(",", new LinkedHashSet<>(it.needs()))),
                tasks.stream()
                        .map(it -> new HashSet<>(it.task().needs()).size())
                        .toArray(Integer[]::new));
    }

    private static @Nullable String[] texts(List<Wanted> tasks, Function<WantedTask, @Nullable String> field) {
        return tasks.stream().map(it -> field.apply(it.task())).toArray(String[]::new);
    }

    /// The first in the tenant's own order: priority, then age. The attempt begins with it.
    Optional<Task> take(String tenant, String[] demands, String lease, String worker, Instant now, Instant until) {
        var statement = """
                WITH pick AS (
                    SELECT one.id FROM unnest(?::text[]) AS d, LATERAL (
                        SELECT id, priority, queued_at FROM control.job_task
                        WHERE tenant_id = ? AND demand = d.d AND state = 'ready' AND ready_at <= ?
                        ORDER BY priority DESC, queued_at, id LIMIT 1) AS one
                    ORDER BY one.priority DESC, one.queued_at, one.id LIMIT 1
                ), taken AS (
                    UPDATE control.job_task SET state = 'leased', attempt = attempt + 1
                    WHERE id = (SELECT id FROM pick)
                    RETURNING
                """ + COLUMNS + """
                ), begun AS (
                    INSERT INTO control.job_attempt (id, task_id, number, worker_id, state, began_at, expires_at)
                    SELECT ?, id, attempt, ?, 'running', ?, ? FROM taken
                ), counted AS (
                    UPDATE control.job_share
                    SET running = running + (SELECT count(*) FROM taken),
                        waiting = EXISTS (SELECT FROM control.job_task
                                          WHERE tenant_id = ? AND state = 'ready' AND id NOT IN (SELECT id FROM pick))
                    WHERE tenant_id = ?
                )
                SELECT
                """ + COLUMNS + "FROM taken";
        return sql
                .writeReturning(statement, Task::of, demands, tenant, now, lease, worker, now, until, tenant, tenant)
                .stream()
                .findFirst();
    }

    Task get(long id) {
        return sql.read(SELECT + "WHERE id = ?", Task::of, id).getFirst();
    }

    List<Task> of(String job) {
        return sql.read(SELECT + "WHERE job_id = ? ORDER BY id", Task::of, job);
    }

    /// What the tasks made that this one needs.
    Map<String, String> inputs(Task task) {
        return sql
                .read(
                        "SELECT name, done FROM control.job_task WHERE job_id = ? AND name = ANY (?) AND done IS NOT NULL",
                        row -> Map.entry(row.getString("name"), row.getString("done")),
                        task.job(),
                        task.needs().toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// How many tasks became ready by it.
    long done(Task task, String done, Instant now) {
        sql.write(
                "UPDATE control.job_task SET state = 'done', done = ?, checkpoint = NULL WHERE id = ?",
                done,
                task.id());
        var statement = """
                UPDATE control.job_task
                SET open_needs = open_needs - 1,
                    state = CASE WHEN open_needs = 1 THEN 'ready' ELSE state END,
                    ready_at = CASE WHEN open_needs = 1 THEN ? ELSE ready_at END
                WHERE job_id = ? AND ? = ANY (needs) AND state = 'waiting'
                RETURNING state
                """;
        return sql.writeReturning(statement, row -> row.getString(1), now, task.job(), task.name()).stream()
                .filter("ready"::equals)
                .count();
    }

    boolean allDone(String job) {
        return sql.read(
                        "SELECT NOT EXISTS (SELECT FROM control.job_task WHERE job_id = ? AND state <> 'done')",
                        row -> row.getBoolean(1),
                        job)
                .getFirst();
    }

    void again(Task task, int failures, int losses, Instant readyAt) {
        sql.write(
                "UPDATE control.job_task SET state = 'ready', failures = ?, losses = ?, ready_at = ? WHERE id = ?",
                failures,
                losses,
                readyAt,
                task.id());
    }

    void setAside(Task task) {
        sql.write("UPDATE control.job_task SET state = 'failed', failures = failures + 1 WHERE id = ?", task.id());
    }

    void checkpoint(long id, int attempt, String state) {
        sql.write(
                "UPDATE control.job_task SET checkpoint = ? WHERE id = ? AND attempt = ? AND state = 'leased'",
                state,
                id,
                attempt);
    }

    /// Nobody does them any more.
    void drop(String job) {
        sql.write(
                "UPDATE control.job_task SET state = 'dropped' WHERE job_id = ? AND state IN ('waiting', 'ready', 'leased')",
                job);
    }

    /// The tasks named and all that wait for one of them, directly or not.
    List<Long> withFollowers(String job, Long[] ids) {
        var statement = """
                WITH RECURSIVE hit AS (
                    SELECT id, name FROM control.job_task WHERE job_id = ? AND id = ANY (?::bigint[])
                    UNION
                    SELECT t.id, t.name FROM control.job_task t JOIN hit ON hit.name = ANY (t.needs) WHERE t.job_id = ?
                )
                SELECT id FROM hit
                """;
        return sql.read(statement, row -> row.getLong(1), job, ids, job);
    }

    /// From the beginning; results are forgotten.
    void reset(String job, Long[] ids, Instant now) {
        sql.write("""
                UPDATE control.job_task SET state = 'waiting', done = NULL, checkpoint = NULL, failures = 0, losses = 0
                WHERE id = ANY (?::bigint[])
                """, (Object) ids);
        sql.write("""
                UPDATE control.job_task t
                SET open_needs = open.needs, ready_at = ?,
                    state = CASE WHEN open.needs = 0 THEN 'ready' ELSE 'waiting' END
                FROM (SELECT it.id, count(needed.id)::int AS needs
                      FROM control.job_task it
                      LEFT JOIN control.job_task needed
                             ON needed.job_id = it.job_id AND needed.name = ANY (it.needs) AND needed.state <> 'done'
                      WHERE it.job_id = ? AND it.id = ANY (?::bigint[])
                      GROUP BY it.id) AS open
                WHERE t.id = open.id
                """, now, job, ids);
    }

    void change(Task task, String work, String demand, String accelerator) {
        sql.write(
                "UPDATE control.job_task SET work = ?, demand = ?, accelerator = ? WHERE id = ?",
                work,
                demand,
                accelerator,
                task.id());
    }

    /// One of each group that waits too long for a device that no worker has.
    List<Task> stranded(String accelerator, String[] met, Instant readyBefore) {
        var statement = "SELECT DISTINCT ON (job_id, coalesce(group_name, name)) " + COLUMNS + """
                FROM control.job_task
                WHERE state = 'ready' AND accelerator = ? AND ready_at < ? AND NOT demand = ANY (?)
                ORDER BY job_id, coalesce(group_name, name), id
                LIMIT 1000
                """;
        return sql.read(statement, Task::of, accelerator, readyBefore, met);
    }
}
