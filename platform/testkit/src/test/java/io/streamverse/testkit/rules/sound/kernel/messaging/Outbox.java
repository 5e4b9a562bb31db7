package io.streamverse.testkit.rules.sound.kernel.messaging;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

public record Outbox(Producer<String, String> producer) {
    public void add(Record event) {
        var _ = producer.send(new ProducerRecord<>("desk.v1", event.toString()));
    }
}
