package io.streamverse.server.messaging;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.messaging.EventConsumer;
import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.messaging.Outbox;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Publishes numbered events with a change of the tenant's row, and takes them again.
@Singleton
@Requires(property = "test.probe")
class Probe implements EventConsumer<ProbeEvent> {
    static final String NAME = "server.probe";
    private final Queue<ProbeEvent.Seen> taken = new ConcurrentLinkedQueue<>();
    private final Queue<ProbeEvent.Seen> tried = new ConcurrentLinkedQueue<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Outbox outbox;
    private final OpenTransaction transaction;

    Probe(Outbox outbox, OpenTransaction transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Transactional
    void publish(String aggregate, int number) {
        run("UPDATE branding SET name = '" + aggregate + number + "'");
        outbox.add(new ProbeEvent.Seen(aggregate, number));
    }

    @Transactional
    void publishAndFail(String aggregate, int number) {
        publish(aggregate, number);
        throw new IllegalStateException("changed my mind");
    }

    void refuse(String aggregate) {
        refused.add(aggregate);
    }

    void accept(String aggregate) {
        refused.remove(aggregate);
    }

    List<Integer> taken(String aggregate) {
        return numbers(taken, aggregate);
    }

    List<Integer> tried(String aggregate) {
        return numbers(tried, aggregate);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ProbeEvent> events() {
        return ProbeEvent.class;
    }

    @Override
    public void on(ProbeEvent event) {
        switch (event) {
            case ProbeEvent.Seen it -> {
                tried.add(it);
                run("UPDATE branding SET primary_color = '#7a6e00'");
                if (refused.contains(it.aggregateId())) {
                    throw new IllegalStateException("not this one");
                }
                transaction.afterCommit(() -> taken.add(it));
            }
        }
    }

    private void run(String sql) {
        try (var statement = transaction.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> numbers(Queue<ProbeEvent.Seen> events, String aggregate) {
        return events.stream()
                .filter(it -> it.aggregateId().equals(aggregate))
                .map(ProbeEvent.Seen::number)
                .toList();
    }
}
