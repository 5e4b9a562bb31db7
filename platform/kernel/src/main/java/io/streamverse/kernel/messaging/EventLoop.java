package io.streamverse.kernel.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.streamverse.events.Event;
import io.streamverse.kernel.database.Outage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consumer's thread: poll, take each event once, commit. An event that keeps failing becomes a dead letter, and so
/// do those of the same key behind it, in order; other keys go on. One whose tenant is out of reach is set aside.
final class EventLoop<E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private final EventConsumer<E> consumer;
    private final String prefix;
    private final KafkaConsumer<String, String> kafka;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final Thread thread;
    private volatile long lag;

    EventLoop(
            EventConsumer<E> consumer,
            String prefix,
            KafkaConsumer<String, String> kafka,
            Inbox inbox,
            DeadLetters deadLetters,
            Patience patience) {
        this.consumer = consumer;
        this.prefix = prefix;
        this.kafka = kafka;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.thread = Thread.ofPlatform().daemon().name(consumer.name()).unstarted(this::run);
    }

    String name() {
        return consumer.name();
    }

    void start() {
        thread.start();
    }

    void stopSoon() {
        patience.end();
        kafka.wakeup();
    }

    void awaitStop() throws InterruptedException {
        thread.join(Duration.ofSeconds(15));
    }

    boolean alive() {
        return thread.isAlive();
    }

    /// Events sent and not taken yet, of the partitions this consumer holds.
    long lag() {
        return lag;
    }

    private void run() {
        try {
            kafka.subscribe(List.of(prefix + EventCodec.topic(consumer.events())));
            while (!patience.over()) {
                round();
            }
        } catch (WakeupException | Stopping e) {
            LOG.debug("{} stops", consumer.name());
        } finally {
            kafka.close(CloseOptions.timeout(FAREWELL));
        }
    }

    private void round() {
        try {
            var records = kafka.poll(POLL);
            for (var partition : records.partitions()) {
                groups(records.records(partition)).forEach(this::take);
            }
            kafka.commitSync();
            lag = kafka.assignment().stream()
                    .mapToLong(it -> kafka.currentLag(it).orElse(0))
                    .sum();
        } catch (WakeupException | Stopping e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} lost its place and starts again from the last commit", consumer.name(), e);
            patience.pause(0);
            rewind();
        }
    }

    private void rewind() {
        var committed = kafka.committed(kafka.assignment());
        committed.forEach((partition, offset) -> {
            if (offset == null) {
                kafka.seekToBeginning(List.of(partition));
            } else {
                kafka.seek(partition, offset);
            }
        });
    }

    /// Of one environment each, and in its order.
    private Stream<List<Envelope>> groups(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(it -> Envelope.of(it, prefix))
                .collect(groupingBy(it -> String.valueOf(it.space()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .flatMap(it -> it.stream().gather(Gatherers.windowFixed(consumer.atOnce())));
    }

    private void take(List<Envelope> group) {
        if (group.size() == 1 || !takenTogether(group)) {
            group.forEach(this::take);
        }
    }

    private boolean takenTogether(List<Envelope> group) {
        try {
            return inbox.together(consumer, group);
        } catch (RuntimeException e) {
            LOG.debug("{} takes {} events one by one", consumer.name(), group.size(), e);
            return false;
        }
    }

    private void take(Envelope envelope) {
        for (int attempt = 1; ; attempt++) {
            if (inbox.hasToWait(consumer, envelope)) {
                deadLetters.park(consumer.name(), envelope);
                return;
            }
            try {
                if (inbox.once(consumer, envelope) == Inbox.Taken.PARKED) {
                    deadLetters.park(consumer.name(), envelope);
                }
                return;
            } catch (RuntimeException e) {
                if (patience.over()) {
                    throw e;
                }
                if (Outage.explains(e)) {
                    LOG.warn("{} waits for its database", consumer.name(), e);
                } else if (e instanceof UnreadableEvent || attempt >= patience.attempts()) {
                    LOG.error("{} cannot take {}: a dead letter", consumer.name(), envelope.id(), e);
                    deadLetters.bury(consumer.name(), envelope, String.valueOf(e.getMessage()), attempt);
                    return;
                } else if (attempt == 1) {
                    LOG.warn("{} cannot take {} and tries again", consumer.name(), envelope.id(), e);
                }
                patience.pause(attempt);
            }
        }
    }
}
