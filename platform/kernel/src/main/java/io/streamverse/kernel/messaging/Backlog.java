package io.streamverse.kernel.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.HostDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;

/// What waits, for those who watch: events that are not sent yet, how long already, and those nobody could take.
@Context
@Requires(property = "database.control.url")
class Backlog {
    private static final String WAITING = "SELECT count(*) FROM plumbing.outbox";
    private static final String OLDEST = "SELECT coalesce(extract(epoch FROM now() - min(at)), 0) FROM plumbing.outbox";
    private static final String REFUSED = "SELECT count(*) FROM plumbing.dead_letter WHERE NOT aside";
    private static final String ASIDE = "SELECT count(*) FROM plumbing.dead_letter WHERE aside";
    private final MeterRegistry metrics;

    Backlog(Sql sql, HostDatabases hosts, MeterRegistry metrics) {
        this.metrics = metrics;
        ToDoubleFunction<String> own =
                query -> sql.read(query, row -> row.getDouble(1)).getFirst();
        outbox(HostDatabase.MAIN, own);
        for (var host : hosts.further()) {
            outbox(host.name(), query -> host.asOwner(connection -> number(connection, query)));
        }
        Gauge.builder("streamverse.dead.letters", () -> own.applyAsDouble(REFUSED))
                .description("Events a consumer could not take")
                .register(metrics);
        Gauge.builder("streamverse.events.aside", () -> own.applyAsDouble(ASIDE))
                .description("Events that wait until their tenant's database is back")
                .register(metrics);
    }

    private void outbox(String database, ToDoubleFunction<String> ask) {
        Gauge.builder("streamverse.outbox.waiting", () -> ask.applyAsDouble(WAITING))
                .description("Events not sent yet")
                .tag("database", database)
                .register(metrics);
        Gauge.builder("streamverse.outbox.oldest.age.seconds", () -> ask.applyAsDouble(OLDEST))
                .description("How long the oldest of them waits")
                .tag("database", database)
                .register(metrics);
    }

    private static double number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
