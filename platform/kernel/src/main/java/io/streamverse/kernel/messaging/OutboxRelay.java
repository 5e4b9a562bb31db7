package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.metrics.Spans;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.HostDatabases;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/// Brings events from the outbox of every database to Kafka; one that is away holds up none of the others.
@Singleton
@Requires(property = "database.control.url")
@Requires(property = "messaging.bootstrap-servers")
class OutboxRelay {
    static final String SIGNAL = "outbox";
    private static final Duration LAST_SENDING = Duration.ofSeconds(3);
    private final Map<String, OutboxDrain> drains = new HashMap<>();
    private final Producer<String, String> producer;

    OutboxRelay(
            @Named("control") TransactionOperations<Connection> own,
            HostDatabases hosts,
            Producer<String, String> producer,
            Signals signals,
            MessagingConfig config,
            InstantSource clock,
            Spans spans) {
        this.producer = producer;
        OutboxDrain.Database main = work -> own.executeWrite(status -> work.on(status.getConnection()));
        drains.put(
                HostDatabase.MAIN, new OutboxDrain(HostDatabase.MAIN, main, producer, signals, config, clock, spans));
        for (var host : hosts.further()) {
            drains.put(
                    host.name(), new OutboxDrain(host.name(), host::asOwner, producer, signals, config, clock, spans));
        }
        signals.on(SIGNAL, this::wake);
    }

    void start() {
        drains.values().forEach(OutboxDrain::start);
    }

    /// A word about a database that this server does not have is no news here.
    void wake(String database) {
        var drain = drains.get(database);
        if (drain != null) {
            drain.wake();
        }
    }

    /// What Kafka does not take in time stays in the outbox for the next that starts.
    @PreDestroy
    void stop() {
        drains.values().forEach(OutboxDrain::stopSoon);
        producer.close(LAST_SENDING);
        drains.values().forEach(OutboxDrain::stop);
    }
}
