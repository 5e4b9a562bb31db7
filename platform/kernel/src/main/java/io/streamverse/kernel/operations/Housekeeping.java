package io.streamverse.kernel.operations;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.HostDatabases;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/// Forgets idempotency keys after two days, and events taken longer ago than Kafka keeps them, in every database that
/// answers.
@Singleton
@Requires(property = "database.control.url")
class Housekeeping implements ScheduledJob {
    private static final Duration IDEMPOTENCY = Duration.ofDays(2);
    private static final Duration INBOX = Duration.ofDays(30);
    private static final String OLD_ANSWERS = "DELETE FROM plumbing.idempotency WHERE at < ?";
    private static final String OLD_MARKS = "DELETE FROM plumbing.inbox WHERE at < ?";
    private static final String OLD_GONE = "DELETE FROM plumbing.gone WHERE at < ?";
    private final Sql sql;
    private final HostDatabases hosts;

    Housekeeping(Sql sql, HostDatabases hosts) {
        this.sql = sql;
        this.hosts = hosts;
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
        var answersBefore = dueAt.minus(IDEMPOTENCY);
        var marksBefore = dueAt.minus(INBOX);
        sql.write(OLD_ANSWERS, answersBefore);
        sql.write(OLD_MARKS, marksBefore);
        sql.write(OLD_GONE, marksBefore);
        hosts.further().stream()
                .filter(host -> !host.isAway())
                .forEach(host -> host.asOwner(connection -> {
                    delete(connection, OLD_ANSWERS, answersBefore);
                    delete(connection, OLD_MARKS, marksBefore);
                    return host;
                }));
    }

    private static void delete(Connection connection, String sql, Instant before) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.executeUpdate();
        }
    }
}
