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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// Takes many events in one transaction, and remembers in which.
@Singleton
@Requires(property = "test.probe")
class Crowd implements EventConsumer<CrowdEvent> {
    static final String UNWELCOME = "unwelcome";
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Outbox outbox;
    private final OpenTransaction transaction;

    record Arrival(String who, String transaction) {}

    Crowd(Outbox outbox, OpenTransaction transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Transactional
    void publish(Stream<String> names) {
        names.map(CrowdEvent.Came::new).forEach(outbox::add);
    }

    List<Arrival> arrivals(String prefix) {
        return arrivals.stream().filter(it -> it.who().startsWith(prefix)).toList();
    }

    @Override
    public String name() {
        return "server.crowd";
    }

    @Override
    public Class<CrowdEvent> events() {
        return CrowdEvent.class;
    }

    @Override
    public int atOnce() {
        return 50;
    }

    @Override
    public void on(CrowdEvent event) {
        if (event.aggregateId().endsWith(UNWELCOME)) {
            throw new IllegalStateException("not you");
        }
        var arrival = new Arrival(event.aggregateId(), transactionId());
        transaction.afterCommit(() -> arrivals.add(arrival));
    }

    private String transactionId() {
        try (var statement = transaction.connection().createStatement();
                var row = statement.executeQuery("SELECT pg_current_xact_id()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
