package io.streamverse.kernel.messaging;

import io.streamverse.events.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One batch consumer's thread. Where a batch ends is committed before it is begun, beside the offset it begins at: so
/// whoever comes after a crash reads the very same batch. What its store refuses for good becomes a dead letter.
final class BatchLoop<E extends Event> implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private final BatchConsumer<E> consumer;
    private final String topic;
    private final String prefix;
    private final KafkaConsumer<String, String> kafka;
    private final DeadLetters deadLetters;
    private final Thread thread;
    private final Map<TopicPartition, Long> promisedEnds = new HashMap<>();
    private final Map<TopicPartition, List<ConsumerRecord<String, String>>> gathered = new HashMap<>();
    private final Deque<Batch> begun = new ArrayDeque<>();
    private boolean lost;
    private volatile boolean stopping;
    private volatile long lag;

    BatchLoop(BatchConsumer<E> consumer, String prefix, KafkaConsumer<String, String> kafka, DeadLetters deadLetters) {
        this.consumer = consumer;
        this.prefix = prefix;
        this.topic = prefix + EventCodec.topic(consumer.events());
        this.kafka = kafka;
        this.deadLetters = deadLetters;
        this.thread = Thread.ofPlatform().daemon().name(consumer.name()).unstarted(this::run);
    }

    String name() {
        return consumer.name();
    }

    void start() {
        thread.start();
    }

    void stopSoon() {
        stopping = true;
        kafka.wakeup();
    }

    void awaitStop() throws InterruptedException {
        thread.join(Duration.ofSeconds(15));
    }

    boolean alive() {
        return thread.isAlive();
    }

    long lag() {
        return lag;
    }

    private void run() {
        try {
            kafka.subscribe(List.of(topic), this);
            while (!stopping) {
                round();
            }
        } catch (WakeupException e) {
            LOG.debug("{} stops", consumer.name());
        } finally {
            kafka.close(CloseOptions.timeout(FAREWELL));
        }
    }

    private void round() {
        try {
            findPlace();
            var records = kafka.poll(POLL);
            for (var partition : records.partitions()) {
                gather(partition, records.records(partition));
            }
            promise();
            finish();
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} lost its place and starts again from the last commit", consumer.name(), e);
            lost = true;
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /// What was promised before goes up to its end and no further.
    private void gather(TopicPartition partition, List<ConsumerRecord<String, String>> records) {
        var end = promisedEnds.getOrDefault(partition, records.getLast().offset() + 1);
        var batch = gathered.computeIfAbsent(partition, _ -> new ArrayList<>());
        records.stream().filter(it -> it.offset() < end).forEach(batch::add);
        if (records.getLast().offset() + 1 >= end) {
            gathered.remove(partition);
            if (!batch.isEmpty()) {
                begun.add(new Batch(partition, end, batch));
            }
            promisedEnds.remove(partition);
            kafka.seek(partition, end);
        }
    }

    private void promise() {
        if (!begun.isEmpty()) {
            kafka.commitSync(begun.stream().collect(Collectors.toMap(Batch::partition, Batch::promise)));
        }
    }

    /// While the store is away nothing is read, and Kafka still hears of us.
    private void finish() {
        for (var batch = begun.peek(); batch != null && !stopping; batch = begun.peek()) {
            if (taken(batch)) {
                begun.remove();
                kafka.commitSync(Map.of(batch.partition(), batch.done()));
            } else {
                standBy();
            }
        }
        kafka.resume(kafka.paused());
        lag = kafka.assignment().stream()
                .mapToLong(it -> kafka.currentLag(it).orElse(0))
                .sum();
    }

    /// What comes all the same is of partitions that are new here; it is given back.
    private void standBy() {
        kafka.pause(kafka.assignment());
        var early = kafka.poll(POLL);
        early.partitions()
                .forEach(it -> kafka.seek(it, early.records(it).getFirst().offset()));
    }

    private boolean taken(Batch batch) {
        try {
            offer(batch);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} waits for its store ({})", consumer.name(), e.getMessage());
            LOG.debug("{} waits because", consumer.name(), e);
            return false;
        }
    }

    private void offer(Batch batch) {
        try {
            consumer.take(batch.token(), batch.told(consumer.events(), prefix));
        } catch (Unacceptable e) {
            if (batch.isOfOne()) {
                bury(Envelope.of(batch.records().getFirst(), prefix), e);
            } else {
                batch.halves().forEach(this::offer);
            }
        }
    }

    private void bury(Envelope envelope, Unacceptable why) {
        LOG.error("{} cannot take {}: a dead letter", consumer.name(), envelope.id(), why);
        deadLetters.bury(consumer.name(), envelope, String.valueOf(why.getMessage()), 1);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        learn(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        begun.removeIf(it -> partitions.contains(it.partition()));
        gathered.keySet().removeAll(partitions);
        promisedEnds.keySet().removeAll(partitions);
    }

    private void learn(Collection<TopicPartition> partitions) {
        kafka.committed(Set.copyOf(partitions)).forEach((partition, committed) -> {
            if (committed != null && !committed.metadata().isEmpty()) {
                promisedEnds.put(partition, Long.valueOf(committed.metadata()));
            }
        });
    }

    private void findPlace() {
        if (!lost) {
            return;
        }
        onPartitionsRevoked(kafka.assignment());
        learn(kafka.assignment());
        kafka.committed(kafka.assignment()).forEach((partition, committed) -> {
            if (committed == null) {
                kafka.seekToBeginning(List.of(partition));
            } else {
                kafka.seek(partition, committed);
            }
        });
        lost = false;
    }
}
