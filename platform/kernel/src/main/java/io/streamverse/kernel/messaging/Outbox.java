package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.events.Event;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.metrics.Trace;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;

/// Where events are written: in the transaction that changes the state they speak of, or not at all.
@Singleton
@Requires(property = "database.control.url")
public class Outbox {
    private static final String EMIT = "SELECT plumbing.emit(?, ?, ?, ?, ?, ?, ?, ?)";
    private final OpenTransaction transaction;
    private final OutboxRelay relay;
    private final Ids ids;
    private final InstantSource clock;

    Outbox(OpenTransaction transaction, OutboxRelay relay, Ids ids, InstantSource clock) {
        this.transaction = transaction;
        this.relay = relay;
        this.ids = ids;
        this.clock = clock;
    }

    public void add(Event event) {
        emit(event, TenantContext.find().map(TenantSpace::toString).orElse(""));
    }

    /// From a control transaction, about a tenant.
    public void add(TenantSpace space, Event event) {
        emit(event, space.toString());
    }

    private void emit(Event event, String space) {
        try (var statement = transaction.connection().prepareStatement(EMIT)) {
            statement.setString(1, ids.next("evt"));
            statement.setString(2, EventCodec.topic(event.getClass()));
            statement.setString(3, event.aggregateId());
            statement.setString(4, event.getClass().getSimpleName());
            statement.setString(5, space);
            statement.setString(6, EventCodec.write(event));
            statement.setString(7, Trace.parent());
            statement.setTimestamp(8, Timestamp.from(clock.instant()));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The event was not written", e);
        }
        var database = transaction.database();
        transaction.afterCommit(() -> relay.wake(database));
    }
}
