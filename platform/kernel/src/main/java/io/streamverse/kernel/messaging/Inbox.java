package io.streamverse.kernel.messaging;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import io.opentelemetry.api.trace.SpanKind;
import io.streamverse.events.Event;
import io.streamverse.kernel.metrics.Spans;
import io.streamverse.kernel.metrics.Trace;
import io.streamverse.kernel.tenancy.HostDatabases;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs a consumer's work in the transaction that marks the event as taken; a repeated event does nothing, and one of a
/// tenant that is gone neither.
@Singleton
@Requires(property = "database.control.url")
class Inbox {
    private static final String TAKE = "SELECT plumbing.take(?, ?, ?)";
    private static final String TAKE_AGAIN = "SELECT plumbing.take_again(?, ?)";

    enum Taken {
        NEW,
        SEEN,
        PARKED
    }

    private final BeanContext beans;
    private final HostDatabases hosts;
    private final DeadLetterRepository letters;
    private final Gone gone;
    private final Spans spans;

    Inbox(BeanContext beans, HostDatabases hosts, DeadLetterRepository letters, Gone gone, Spans spans) {
        this.beans = beans;
        this.hosts = hosts;
        this.letters = letters;
        this.gone = gone;
        this.spans = spans;
    }

    /// PARKED: an earlier event of this key is a dead letter, so this one has to wait behind it. Dead letters are in
    /// the app's own database, which `plumbing.take` of another does not see.
    <E extends Event> Taken once(EventConsumer<E> consumer, Envelope envelope) {
        return parkedElsewhere(consumer, envelope)
                ? Taken.PARKED
                : inTransaction(consumer, envelope, connection -> take(connection, consumer, envelope));
    }

    /// Of one environment. False where one of them is not new: then nothing has happened.
    <E extends Event> boolean together(EventConsumer<E> consumer, List<Envelope> envelopes) {
        if (envelopes.stream().anyMatch(it -> hasToWait(consumer, it) || parkedElsewhere(consumer, it))) {
            return false;
        }
        return within(
                envelopes.getFirst().space(),
                () -> transactions(consumer.dataSource()).executeWrite(status -> {
                    for (var envelope : envelopes) {
                        var taken = taken(
                                consumer,
                                envelope,
                                event(consumer, envelope),
                                status.getConnection(),
                                connection -> take(connection, consumer, envelope));
                        if (taken != Taken.NEW) {
                            status.setRollbackOnly();
                            return false;
                        }
                    }
                    return true;
                }));
    }

    <E extends Event> Taken again(EventConsumer<E> consumer, Envelope envelope) {
        return inTransaction(consumer, envelope, connection -> {
            try (var statement = connection.prepareStatement(TAKE_AGAIN)) {
                statement.setString(1, consumer.name());
                statement.setString(2, envelope.id());
                return answer(statement);
            }
        });
    }

    /// What this consumer does with it needs a database that is away, or a tenant that is being moved.
    boolean hasToWait(EventConsumer<?> consumer, Envelope envelope) {
        var space = envelope.space();
        return space != null && consumer.dataSource().equals(EventConsumer.ROOMS) && hosts.isOutOfReach(space);
    }

    private boolean parkedElsewhere(EventConsumer<?> consumer, Envelope envelope) {
        var space = envelope.space();
        return space != null && !hosts.isInMain(space) && letters.anyOf(consumer.name(), envelope.key());
    }

    private <E extends Event> Taken inTransaction(EventConsumer<E> consumer, Envelope envelope, Mark mark) {
        var event = event(consumer, envelope);
        var space = envelope.space();
        try {
            return within(
                    space,
                    () -> transactions(consumer.dataSource())
                            .executeWrite(status -> taken(consumer, envelope, event, status.getConnection(), mark)));
        } catch (RuntimeException e) {
            if (space != null && gone.contains(space.tenant())) {
                return Taken.SEEN;
            }
            throw e;
        }
    }

    /// What is done for an event belongs to its trace.
    private <E extends Event> Taken taken(
            EventConsumer<E> consumer, Envelope envelope, E event, Connection connection, Mark mark)
            throws SQLException {
        var span = spans.beneath(envelope.trace(), SpanKind.CONSUMER, "process " + envelope.topic())
                .with("messaging.system", "kafka")
                .with("messaging.destination.name", envelope.topic())
                .with("messaging.consumer.group.name", consumer.name())
                .with("streamverse.tenant", envelope.tenant());
        try (span;
                var _ = Trace.enter(span.traceparent())) {
            var taken = mark.on(connection);
            if (taken == Taken.NEW) {
                consumer.on(event);
            }
            return taken;
        } catch (SQLException | RuntimeException e) {
            span.failed();
            throw e;
        }
    }

    private static <E extends Event> E event(EventConsumer<E> consumer, Envelope envelope) {
        return EventCodec.read(consumer.events(), envelope.type(), envelope.payload());
    }

    private static <T> T within(@Nullable TenantSpace space, Supplier<T> work) {
        return space == null ? work.get() : TenantContext.call(space, work);
    }

    private static Taken take(Connection connection, EventConsumer<?> consumer, Envelope envelope) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, consumer.name());
            statement.setString(2, envelope.id());
            statement.setString(3, envelope.key());
            return answer(statement);
        }
    }

    @SuppressWarnings("unchecked")
    private TransactionOperations<Connection> transactions(String dataSource) {
        return beans.getBean(TransactionOperations.class, Qualifiers.byName(dataSource));
    }

    private static Taken answer(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return switch (row.getString(1)) {
                case "new" -> Taken.NEW;
                case "seen" -> Taken.SEEN;
                default -> Taken.PARKED;
            };
        }
    }

    private interface Mark {
        Taken on(Connection connection) throws SQLException;
    }
}
