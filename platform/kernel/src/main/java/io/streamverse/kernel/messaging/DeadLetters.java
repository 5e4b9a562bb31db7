package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.streamverse.events.Event;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.BatchConsumer.Told;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events that could not be taken. They wait, with those of their key behind them, until somebody replays them.
@Singleton
@Requires(property = "database.control.url")
public class DeadLetters {
    private final DeadLetterRepository letters;
    private final List<EventConsumer<?>> consumers;
    private final List<BatchConsumer<?>> batchConsumers;
    private final Inbox inbox;
    private final ApplicationEventPublisher<EventBuried> burials;
    private final Ids ids;
    private final InstantSource clock;

    DeadLetters(
            DeadLetterRepository letters,
            List<EventConsumer<?>> consumers,
            List<BatchConsumer<?>> batchConsumers,
            Inbox inbox,
            ApplicationEventPublisher<EventBuried> burials,
            Ids ids,
            InstantSource clock) {
        this.letters = letters;
        this.burials = burials;
        this.consumers = consumers;
        this.batchConsumers = batchConsumers;
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
    }

    public Page<DeadLetter> list(int limit, @Nullable String after) {
        var rows = letters.before(Cursor.read("dle", after), limit + 1);
        return Page.of(rows.stream().map(DeadLetterRepository.Row::letter).toList(), limit, DeadLetter::id);
    }

    /// How many events wait that this consumer could not take.
    public long waitingFor(String consumer) {
        return letters.count(consumer);
    }

    /// Takes the letter and those of its key behind it, in order; answers how many were taken.
    public int replay(String id) {
        var rows = letters.from(id);
        if (rows.isEmpty()) {
            throw new NotFound("messaging.dead-letter.unknown", "dead letter " + id);
        }
        if (!rows.getFirst().letter().id().equals(id)) {
            throw new Conflict(
                    "messaging.dead-letter.out-of-order",
                    "Replay " + rows.getFirst().letter().id() + " first: it stands before this one");
        }
        rows.forEach(this::take);
        return rows.size();
    }

    void bury(String consumer, Envelope envelope, String reason, int attempts) {
        burials.publishEvent(new EventBuried(consumer, envelope.id()));
        insert(consumer, envelope, reason, attempts, false);
    }

    /// It waits behind an earlier one of its key; else only until its tenant's data is within reach, and is then taken
    /// without anybody's doing.
    void park(String consumer, Envelope envelope) {
        if (letters.anyRefusedOf(consumer, envelope.key())) {
            bury(consumer, envelope, "An earlier event of this key is a dead letter", 0);
        } else {
            insert(consumer, envelope, "Its tenant's database is away, or the tenant is being moved", 0, true);
        }
    }

    private void insert(String consumer, Envelope envelope, String reason, int attempts, boolean aside) {
        letters.insert(ids.next("dle"), consumer, envelope, reason, attempts, aside, clock.instant());
    }

    private void take(DeadLetterRepository.Row row) {
        var consumer = row.letter().consumer();
        var ofBatches =
                batchConsumers.stream().filter(it -> it.name().equals(consumer)).findFirst();
        take(
                row,
                ofBatches
                        .map(it -> again(it, row.envelope()))
                        .orElseGet(() -> again(consumer(consumer), row.envelope())));
    }

    private <E extends Event> Runnable again(EventConsumer<E> consumer, Envelope envelope) {
        return () -> inbox.again(consumer, envelope);
    }

    private static <E extends Event> Runnable again(BatchConsumer<E> consumer, Envelope envelope) {
        return () -> consumer.take(
                envelope.id(), Told.of(consumer.events(), envelope).stream().toList());
    }

    private void take(DeadLetterRepository.Row row, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw new Conflict(
                    "messaging.dead-letter.failed-again",
                    "%s still cannot be taken: %s".formatted(row.letter().id(), e.getMessage()));
        }
        letters.delete(row.letter().id());
    }

    private EventConsumer<?> consumer(String name) {
        return consumers.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Conflict("messaging.dead-letter.no-consumer", name + " takes no events any more"));
    }
}
