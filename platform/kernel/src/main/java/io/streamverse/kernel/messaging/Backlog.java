package io.streamverse.kernel.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;

/// What waits, for those who watch: events that are not sent yet, how long already, and those nobody could take.
@Context
@Requires(property = "database.control.url")
class Backlog {
    private final Sql sql;

    Backlog(Sql sql, MeterRegistry metrics) {
        this.sql = sql;
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

    private void gauge(MeterRegistry metrics, String name, String meaning, String query) {
        Gauge.builder(name, () -> number(query)).description(meaning).register(metrics);
    }

    private double number(String query) {
        return sql.read(query, row -> row.getDouble(1)).getFirst();
    }
}
