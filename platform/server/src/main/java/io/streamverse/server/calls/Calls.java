package io.streamverse.server.calls;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.events.usage.ApiCallsMade;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.schedule.Loop;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts in memory and tells every three seconds. What could not be told is told again under the same id, so that it
/// counts
/// once. A server that is killed takes with it what it counted since it last told.
@Singleton
class Calls {
    private static final Duration EVERY = Duration.ofSeconds(3);
    private final Loop loop = new Loop("calls", EVERY, this::tell);
    private final TransactionOperations<Connection> control;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final List<Told> untold = new ArrayList<>();
    private Map<Minute, Long> counts = new HashMap<>();

    Calls(@Named("control") TransactionOperations<Connection> control, Outbox outbox, Ids ids, InstantSource clock) {
        this.control = control;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// No count reaches over the end of an hour, in whatever time zone.
    private record Minute(TenantSpace space, Instant start) {}

    private record Told(TenantSpace space, ApiCallsMade event) {}

    synchronized void count(TenantSpace space) {
        counts.merge(new Minute(space, clock.instant().truncatedTo(ChronoUnit.MINUTES)), 1L, Long::sum);
    }

    @EventListener
    void start(StartupEvent event) {
        loop.start();
    }

    /// While the database can still be reached.
    @EventListener
    void stop(ShutdownEvent event) {
        loop.stop();
        tell();
    }

    private void tell() {
        counted()
                .forEach((minute, calls) ->
                        untold.add(new Told(minute.space(), new ApiCallsMade(ids.next("cal"), calls, minute.start()))));
        if (!untold.isEmpty()) {
            control.executeWrite(_ -> {
                untold.forEach(it -> outbox.add(it.space(), it.event()));
                return untold.size();
            });
            untold.clear();
        }
    }

    private synchronized Map<Minute, Long> counted() {
        var counted = counts;
        counts = new HashMap<>();
        return counted;
    }
}
