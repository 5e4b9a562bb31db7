package io.streamverse.kernel.messaging;

import io.streamverse.events.Event;
import io.streamverse.kernel.messaging.BatchConsumer.Told;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records of one partition up to before an offset.
record Batch(TopicPartition partition, long end, List<ConsumerRecord<String, String>> records) {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    String token() {
        return "%s-%d-%d-%d".formatted(partition.topic(), partition.partition(), start(), end);
    }

    /// What is committed before it begins.
    OffsetAndMetadata promise() {
        return new OffsetAndMetadata(start(), Long.toString(end));
    }

    OffsetAndMetadata done() {
        return new OffsetAndMetadata(end);
    }

    /// What cannot be read, or is of no tenant, is left out, each time alike.
    <E extends Event> List<Told<E>> told(Class<E> events, String prefix) {
        var told = new ArrayList<Told<E>>();
        for (var record : records) {
            var envelope = Envelope.of(record, prefix);
            try {
                Told.of(events, envelope).ifPresent(told::add);
            } catch (UnreadableEvent e) {
                LOG.warn("{} cannot be read and is left out", envelope.id(), e);
            }
        }
        return told;
    }

    boolean isOfOne() {
        return records.size() == 1;
    }

    List<Batch> halves() {
        var middle = records.size() / 2;
        var second = records.subList(middle, records.size());
        return List.of(
                new Batch(partition, second.getFirst().offset(), records.subList(0, middle)),
                new Batch(partition, end, second));
    }

    private long start() {
        return records.getFirst().offset();
    }
}
