package io.streamverse.billing.intake;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.streamverse.kernel.schedule.Loop;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Goes on with files that were taken in, on whichever billing finds them first.
@Singleton
class BookBackfills implements ApplicationEventListener<StartupEvent> {
    private final Backfills backfills;
    private final Loop loop = new Loop("usage-backfills", Duration.ofSeconds(2), this::work);
    private volatile boolean stopping;

    BookBackfills(Backfills backfills) {
        this.backfills = backfills;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        loop.stop();
    }

    void wake() {
        loop.wake();
    }

    private void work() {
        backfills.failAbandoned();
        var more = true;
        while (more && !stopping) {
            more = backfills.book();
        }
    }
}
