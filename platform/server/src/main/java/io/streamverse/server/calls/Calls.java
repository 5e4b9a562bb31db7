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

/// Counts in memory and tells every three seconds, of all environments in one event. What could not be told is told
/// again under the same id, so that it counts once. A server that is killed takes with it what it counted since it last
/// told.
@Singleton
class Calls {
    private static final Duration EVERY = Duration.ofSeconds(3);
    /// Environments in one event.
    private static final int MOST = 1_000;

    private final Loop loop = new Loop("calls", EVERY, this::tell);
    private final TransactionOperations<Connection> control;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final List<ApiCallsMade> untold = new ArrayList<>();
    private Map<Minute, Long> counts = new HashMap<>();

    Calls(@Named("control") TransactionOperations<Connection> control, Outbox outbox, Ids ids, InstantSource clock) {
        this.control = control;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// No count reaches over the end of an hour, in whatever time zone.
    private record Minute(TenantSpace space, Instant start) {}

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
        var calls = counted().entrySet().stream()
                .map(it -> new ApiCallsMade.Calls(
                        it.getKey().space().toString(), it.getKey().start(), it.getValue()))
                .toList();
        for (int from = 0; from < calls.size(); from += MOST) {
            var some = calls.subList(from, Math.min(from + MOST, calls.size()));
            untold.add(new ApiCallsMade(ids.next("cal"), clock.instant(), some));
        }
        if (!untold.isEmpty()) {
            control.executeWrite(_ -> {
                untold.forEach(outbox::add);
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
