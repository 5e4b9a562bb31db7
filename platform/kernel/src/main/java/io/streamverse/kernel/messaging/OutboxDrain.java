package io.streamverse.kernel.messaging;

import io.opentelemetry.api.trace.SpanKind;
import io.streamverse.kernel.metrics.Span;
import io.streamverse.kernel.metrics.Spans;
import io.streamverse.kernel.schedule.Loop;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.HostDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Sends what the outbox of one database holds, oldest first, and deletes what Kafka has acknowledged.
///
/// Whoever wakes takes the lock and drains; the others tell the holder to look again. A crash between sending and
/// deleting sends twice, which consumers do not notice (Inbox).
final class OutboxDrain {
    private static final long LOCK = 7_165_001;
    private static final String OLDEST =
            "SELECT id, at, " + Envelope.COLUMNS + " FROM plumbing.outbox ORDER BY id LIMIT ?";
    private static final Duration REST = Duration.ofMillis(20);
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(100);
    private final String name;
    private final Database database;
    private final Producer<String, String> producer;
    private final Signals signals;
    private final MessagingConfig config;
    private final InstantSource clock;
    private final Spans spans;
    private final Loop loop;
    private Instant lastWord = Instant.EPOCH;

    /// Does work in a transaction of its own.
    interface Database {
        int write(HostDatabase.Work<Integer> work);
    }

    OutboxDrain(
            String name,
            Database database,
            Producer<String, String> producer,
            Signals signals,
            MessagingConfig config,
            InstantSource clock,
            Spans spans) {
        this.name = name;
        this.database = database;
        this.producer = producer;
        this.signals = signals;
        this.config = config;
        this.clock = clock;
        this.spans = spans;
        this.loop = new Loop("outbox-relay-" + name, config.relayPoll(), REST, this::drain);
    }

    void start() {
        loop.start();
    }

    void wake() {
        loop.wake();
    }

    void stopSoon() {
        loop.stopSoon();
    }

    void stop() {
        loop.stop();
    }

    private void drain() {
        var sent = database.write(this::send);
        while (sent == config.relayBatch()) {
            sent = database.write(this::send);
        }
        if (sent < 0) {
            tellTheHolder();
        }
    }

    /// Not more often than the pause: our own word wakes us too.
    private void tellTheHolder() {
        var now = clock.instant();
        if (now.isAfter(lastWord.plus(BETWEEN_WORDS))) {
            lastWord = now;
            signals.send(OutboxRelay.SIGNAL, name);
        }
    }

    /// How many went out; -1 where another server is at it.
    private int send(Connection connection) throws SQLException {
        if (!locked(connection)) {
            return -1;
        }
        var ids = new ArrayList<Long>();
        var sending = new ArrayList<Future<RecordMetadata>>();
        try (var select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, config.relayBatch());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong("id"));
                    sending.add(sent(Envelope.of(rows, "at")));
                }
            }
        }
        acknowledged(sending);
        delete(connection, ids);
        return ids.size();
    }

    /// One that fails at once, since Kafka is not to be found, holds back those behind it: they might still get
    /// through.
    private Future<RecordMetadata> sent(Envelope envelope) {
        var span = spans.beneath(envelope.trace(), SpanKind.PRODUCER, "send " + envelope.topic())
                .with("messaging.system", "kafka")
                .with("messaging.destination.name", envelope.topic());
        var sending = producer.send(
                envelope.within(span.traceparent()).toRecord(config.prefix()), (_, failure) -> end(span, failure));
        if (sending.isDone()) {
            await(sending);
        }
        return sending;
    }

    private static void end(Span span, @Nullable Exception failure) {
        if (failure != null) {
            span.failed();
        }
        span.close();
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("DELETE FROM plumbing.outbox WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private void acknowledged(List<Future<RecordMetadata>> sending) {
        producer.flush();
        sending.forEach(OutboxDrain::await);
    }

    private static void await(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending events", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take an event", e.getCause());
        }
    }
}
