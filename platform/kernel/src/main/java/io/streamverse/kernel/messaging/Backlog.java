package io.streamverse.kernel.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import java.sql.Connection;

/// What waits, for those who watch: events that are not sent yet, how long already, and those nobody could take.
@Context
@Requires(property = "database.control.url")
class Backlog {
    private final TransactionOperations<Connection> database;

    Backlog(@Named("control") TransactionOperations<Connection> database, MeterRegistry metrics) {
        this.database = database;
        gauge(metrics, "streamverse.outbox.waiting", "Events not sent yet", "SELECT count(*) FROM plumbing.outbox");
        gauge(
                metrics,
                "streamverse.outbox.oldest.age.seconds",
                "How long the oldest of them waits",
                "SELECT coalesce(extract(epoch FROM now() - min(at)), 0) FROM plumbing.outbox");
        gauge(
                metrics,
                "streamverse.dead.letters",
                "Events a consumer could not take",
                "SELECT count(*) FROM plumbing.dead_letter");
    }

    private void gauge(MeterRegistry metrics, String name, String meaning, String sql) {
        Gauge.builder(name, () -> number(sql)).description(meaning).register(metrics);
    }

    private double number(String sql) {
        return database.executeRead(status -> {
            try (var statement = status.getConnection().prepareStatement(sql);
                    var row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        });
    }
}
