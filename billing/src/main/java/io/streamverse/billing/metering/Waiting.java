package io.streamverse.billing.metering;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.messaging.EventBuried;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Events of usage that arrived and were not taken. Whoever removes a dead letter does not remove it here.
@Singleton
class Waiting {
    private static final String TAKEN = """
            DELETE FROM billing.usage_waiting w
            USING plumbing.inbox i WHERE i.consumer = ? AND i.event_id = w.event
            """;
    private static final String LOST = """
            SELECT event FROM billing.usage_waiting w
            WHERE since < ? AND NOT EXISTS (
                SELECT FROM plumbing.dead_letter d WHERE d.consumer = ? AND d.event_id = w.event)
            ORDER BY event
            """;
    /// Between here and the letter.
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
    private final TransactionOperations<Connection> database;
    private final InstantSource clock;

    Waiting(@Named("default") TransactionOperations<Connection> database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void on(EventBuried buried) {
        if (buried.consumer().equals(UsageListener.NAME)) {
            database.executeWrite(status -> new Sql(status.getConnection())
                    .run(
                            "INSERT INTO billing.usage_waiting (event, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
                            buried.eventId(),
                            clock.instant()));
        }
    }

    /// Events that nobody took and that wait nowhere any more.
    List<String> lost(Instant now) {
        return database.executeWrite(status -> {
            var lost = new ArrayList<String>();
            var sql = new Sql(status.getConnection());
            sql.run(TAKEN, UsageListener.NAME);
            sql.each(LOST, row -> lost.add(row.getString("event")), now.minus(ON_ITS_WAY), UsageListener.NAME);
            return lost;
        });
    }
}
