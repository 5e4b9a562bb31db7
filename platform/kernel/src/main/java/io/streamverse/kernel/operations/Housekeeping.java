package io.streamverse.kernel.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// Forgets idempotency keys after two days, and events taken longer ago than Kafka keeps them.
@Singleton
@Requires(property = "database.control.url")
class Housekeeping implements ScheduledJob {
    private static final Duration IDEMPOTENCY = Duration.ofDays(2);
    private static final Duration INBOX = Duration.ofDays(30);
    private final TransactionOperations<Connection> database;

    Housekeeping(@Named("control") TransactionOperations<Connection> database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "plumbing.housekeeping";
    }

    @Override
    public String cron() {
        return "0 17 3 * * *";
    }

    @Override
    public void run(Instant dueAt) {
        delete("DELETE FROM plumbing.idempotency WHERE at < ?", dueAt.minus(IDEMPOTENCY));
        delete("DELETE FROM plumbing.inbox WHERE at < ?", dueAt.minus(INBOX));
    }

    private void delete(String sql, Instant before) {
        database.executeWrite(status -> {
            try (var statement = status.getConnection().prepareStatement(sql)) {
                statement.setObject(1, before.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("Housekeeping failed", e);
            }
        });
    }
}
