package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

@Factory
@Requires(property = "messaging.bootstrap-servers")
class KafkaClients {
    private final MessagingConfig config;
    private final KafkaAccess access;

    KafkaClients(MessagingConfig config) {
        this.config = config;
        this.access = new KafkaAccess(config);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Producer<String, String> producer() {
        return new KafkaProducer<>(
                access.with(Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        2,
                        "compression.type",
                        "zstd",
                        "max.block.ms",
                        10_000,
                        "delivery.timeout.ms",
                        30_000,
                        "request.timeout.ms",
                        10_000)),
                new StringSerializer(),
                new StringSerializer());
    }

    /// Gathers a little longer than the outbox's, and gives up sooner: its senders wait.
    Producer<String, String> firehose() {
        return new KafkaProducer<>(
                access.with(Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5,
                        "batch.size",
                        256 << 10,
                        "buffer.memory",
                        2L * Firehose.ROOM,
                        "compression.type",
                        "lz4",
                        "max.block.ms",
                        4_000,
                        "delivery.timeout.ms",
                        8_000,
                        "request.timeout.ms",
                        3_000)),
                new StringSerializer(),
                new StringSerializer());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Admin admin() {
        return Admin.create(access.with(Map.of()));
    }

    /// One consumer per name; offsets are ours to commit, after the work.
    KafkaConsumer<String, String> consumer(String name) {
        return consumer(name, Map.of("max.poll.records", 50));
    }

    /// Gathers for up to half a second, so that batches are worth their while.
    KafkaConsumer<String, String> batchConsumer(String name) {
        return consumer(name, Map.of("max.poll.records", 200, "fetch.min.bytes", 1 << 20, "fetch.max.wait.ms", 500));
    }

    private KafkaConsumer<String, String> consumer(String name, Map<String, Object> more) {
        var settings = access.with(Map.of(
                "group.id",
                config.prefix() + name,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "session.timeout.ms",
                10_000,
                "heartbeat.interval.ms",
                3_000));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
