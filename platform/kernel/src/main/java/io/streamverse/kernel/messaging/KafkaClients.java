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

    KafkaClients(MessagingConfig config) {
        this.config = config;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Producer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        config.bootstrapServers(),
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
                        10_000),
                new StringSerializer(),
                new StringSerializer());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", config.bootstrapServers()));
    }

    /// One consumer per name; offsets are ours to commit, after the work.
    KafkaConsumer<String, String> consumer(String name) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        config.bootstrapServers(),
                        "group.id",
                        config.prefix() + name,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.poll.records",
                        50,
                        "session.timeout.ms",
                        10_000,
                        "heartbeat.interval.ms",
                        3_000),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
