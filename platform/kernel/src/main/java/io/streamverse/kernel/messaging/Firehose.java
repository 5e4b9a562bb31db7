package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.events.Event;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.metrics.Trace;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/// Straight to Kafka, past the outbox: for what is plenty, and what its sender keeps until it is told that it arrived.
/// It has a producer of its own and never holds more than its room, so that a flood harms nobody else.
@Singleton
@Requires(property = "messaging.bootstrap-servers")
public class Firehose {
    static final int ROOM = 32 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Producer<String, String> producer;
    private final MessagingConfig config;
    private final Ids ids;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(ROOM);

    Firehose(KafkaClients clients, MessagingConfig config, Ids ids, InstantSource clock) {
        this.producer = clients.firehose();
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether Kafka has it; if not, because too much waits already or Kafka is away, it may be sent again.
    public boolean send(TenantSpace space, Event event) {
        var envelope = envelope(space, event);
        var size = envelope.payload().length();
        if (!room.tryAcquire(size)) {
            return false;
        }
        try {
            producer.send(envelope.toRecord(config.prefix())).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            room.release(size);
        }
    }

    private Envelope envelope(TenantSpace space, Event event) {
        return new Envelope(
                ids.next("evt"),
                EventCodec.topic(event.getClass()),
                space + ":" + event.aggregateId(),
                event.getClass().getSimpleName(),
                space.tenant().value(),
                space.environment().label(),
                EventCodec.write(event),
                Trace.parent(),
                clock.instant());
    }

    @PreDestroy
    void close() {
        producer.close(PATIENCE);
    }
}
