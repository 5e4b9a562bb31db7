package io.streamverse.kernel.schedule;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Due times follow the app's clock, leases follow the database's.
@Singleton
@Requires(property = "database.control.url")
class ScheduleRepository {
    private final Sql sql;

    ScheduleRepository(Sql sql) {
        this.sql = sql;
    }

    record Claim(Instant dueAt, long attempt) {}

    void declare(String name, String cron, Instant nextDueAt) {
        var statement = """
                INSERT INTO plumbing.schedule AS s (name, cron, next_due_at) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, next_due_at = excluded.next_due_at
                WHERE s.cron <> excluded.cron
                """;
        sql.write(statement, name, cron, nextDueAt);
    }

    @Nullable
    Claim claim(String name, String leader, Instant now, int leaseSeconds) {
        var statement = """
                UPDATE plumbing.schedule
                SET leader = ?, leader_until = now() + make_interval(secs => ?), attempt = attempt + 1
                WHERE name = ? AND next_due_at <= ? AND (leader_until IS NULL OR leader_until < now())
                RETURNING next_due_at, attempt
                """;
        var claims = sql.writeReturning(
                statement,
                row -> new Claim(Sql.instant(row, "next_due_at"), row.getLong("attempt")),
                leader,
                leaseSeconds,
                name,
                now);
        return claims.isEmpty() ? null : claims.getFirst();
    }

    void succeeded(String name, Claim claim, Instant nextDueAt, Instant ranAt, long tookMs) {
        var statement = """
                UPDATE plumbing.schedule
                SET next_due_at = ?, leader = NULL, leader_until = NULL, failures = 0, last_result = 'ok',
                    last_due_at = ?, last_run_at = ?, last_took_ms = ?
                WHERE name = ? AND attempt = ?
                """;
        sql.write(statement, nextDueAt, claim.dueAt(), ranAt, tookMs, name, claim.attempt());
    }

    void failed(String name, Claim claim, String reason, Instant ranAt, long tookMs) {
        var statement = """
                UPDATE plumbing.schedule
                SET leader = NULL, leader_until = now() + make_interval(secs => least(300, power(2, failures))),
                    failures = failures + 1, last_result = ?, last_due_at = ?, last_run_at = ?, last_took_ms = ?
                WHERE name = ? AND attempt = ?
                """;
        sql.write(statement, reason, claim.dueAt(), ranAt, tookMs, name, claim.attempt());
    }

    boolean dueAt(String name, Instant now) {
        return sql.write(
                        "UPDATE plumbing.schedule SET next_due_at = ?, leader_until = NULL WHERE name = ? AND leader IS NULL",
                        now,
                        name)
                == 1;
    }

    List<Schedule> list() {
        var statement = """
                SELECT name, cron, next_due_at, leader, last_due_at, last_run_at, last_took_ms, last_result, failures
                FROM plumbing.schedule ORDER BY name
                """;
        return sql.read(statement, ScheduleRepository::schedule);
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getString("name"),
                row.getString("cron"),
                Sql.instant(row, "next_due_at"),
                row.getString("leader"),
                Sql.instantIfAny(row, "last_due_at"),
                Sql.instantIfAny(row, "last_run_at"),
                row.getObject("last_took_ms", Long.class),
                row.getString("last_result"),
                row.getInt("failures"));
    }
}
