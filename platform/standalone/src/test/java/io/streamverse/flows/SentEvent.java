package io.streamverse.flows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// An event as it stands on Kafka.
record SentEvent(String id, String type, String tenant, JsonNode payload) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// All of a topic, oldest first within a partition.
    static List<SentEvent> of(String topic) {
        return of(Ground.kafka(), topic);
    }

    static List<SentEvent> of(Map<String, Object> kafka, String topic) {
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            var ends = ends(consumer, topic);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            var found = new ArrayList<SentEvent>();
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> found.add(of(record)));
            }
            return found;
        }
    }

    static List<SentEvent> of(String topic, String tenant) {
        return of(topic).stream().filter(it -> it.tenant.equals(tenant)).toList();
    }

    /// How many events of the topic the group has not committed.
    static long lag(String group, String topic) {
        try (var admin = Admin.create(Ground.kafka());
                var consumer =
                        new KafkaConsumer<>(Ground.kafka(), new StringDeserializer(), new StringDeserializer())) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends(consumer, topic).entrySet().stream()
                    .mapToLong(it -> it.getValue() - offset(committed, it.getKey()))
                    .sum();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        var offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<String, String> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        return new HashMap<>(consumer.endOffsets(partitions));
    }

    private static SentEvent of(ConsumerRecord<String, String> record) {
        try {
            return new SentEvent(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    header(record, "tenant"),
                    JSON.readTree(record.value()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(record.value(), e);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
