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
        return "%s-%d-%d".formatted(partition.topic(), partition.partition(), start());
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
            var space = envelope.space();
            try {
                if (space != null) {
                    told.add(new Told<>(space, EventCodec.read(events, envelope.type(), envelope.payload())));
                }
            } catch (UnreadableEvent e) {
                LOG.warn("{} cannot be read and is left out", envelope.id(), e);
            }
        }
        return told;
    }

    private long start() {
        return records.getFirst().offset();
    }
}
