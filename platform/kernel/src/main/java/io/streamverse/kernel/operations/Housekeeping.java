package io.streamverse.kernel.operations;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// Forgets idempotency keys after two days, and events taken longer ago than Kafka keeps them.
@Singleton
@Requires(property = "database.control.url")
class Housekeeping implements ScheduledJob {
    private static final Duration IDEMPOTENCY = Duration.ofDays(2);
    private static final Duration INBOX = Duration.ofDays(30);
    private final Sql sql;

    Housekeeping(Sql sql) {
        this.sql = sql;
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
        sql.write("DELETE FROM plumbing.idempotency WHERE at < ?", dueAt.minus(IDEMPOTENCY));
        sql.write("DELETE FROM plumbing.inbox WHERE at < ?", dueAt.minus(INBOX));
    }
}
