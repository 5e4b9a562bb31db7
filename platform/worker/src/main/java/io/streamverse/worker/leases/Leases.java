package io.streamverse.worker.leases;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.streamverse.media.lease.GivenBack;
import io.streamverse.media.lease.Registered;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This worker's slots, from its start to its stop, when it gives back what it has not finished.
@Singleton
public class Leases implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private final ServerApi server;
    private final Runners runners;
    private final List<Slot> slots;
    private @Nullable Registered identity;

    Leases(ServerApi server, Runners runners, Transfers transfers, Cache cache, LeasesConfig config) {
        this.server = server;
        this.runners = runners;
        var folder = config.folder().resolve("tasks").toAbsolutePath();
        this.slots = IntStream.rangeClosed(1, config.slots())
                .mapToObj(it -> new Slot(it, this, server, runners, transfers, cache, folder))
                .toList();
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        slots.forEach(Slot::start);
    }

    /// The id the server knows this worker by; it forgets those that were away for long.
    synchronized Registered identity() throws IOException, InterruptedException {
        var known = identity;
        if (known == null) {
            known = server.register(runners.registration());
            LOG.info("Registered as {}", known.workerId());
            identity = known;
        }
        return known;
    }

    synchronized void forgetIdentity() {
        identity = null;
    }

    void giveBack(Attempt attempt) {
        var lease = attempt.lease();
        try {
            server.giveBack(lease.id(), new GivenBack(lease.attempt(), attempt.deviceMs()), LAST_WORDS);
        } catch (IOException | Refused e) {
            LOG.warn("{} of {} was not given back: {}", lease.task(), lease.job(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        var unfinished =
                slots.stream().map(Slot::stop).flatMap(Stream::ofNullable).toList();
        var words = unfinished.stream()
                .map(it -> Thread.startVirtualThread(() -> giveBack(it)))
                .toList();
        try {
            for (var word : words) {
                word.join(LAST_WORDS);
            }
            for (var slot : slots) {
                slot.awaitEnd(LAST_WORDS.dividedBy(slots.size()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
