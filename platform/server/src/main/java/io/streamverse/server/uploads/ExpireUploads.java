package io.streamverse.server.uploads;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Ends what nobody went on with, finishes what was cut off at its last step, and removes what ended uploads left.
@Singleton
class ExpireUploads implements ScheduledJob {
    private static final Duration KEPT = Duration.ofDays(30);
    private final EachSpace spaces;
    private final UploadRepository uploads;
    private final Writers writers;
    private final Finishing finishing;
    private final Endings endings;
    private final InstantSource clock;

    ExpireUploads(
            EachSpace spaces,
            UploadRepository uploads,
            Writers writers,
            Finishing finishing,
            Endings endings,
            InstantSource clock) {
        this.spaces = spaces;
        this.uploads = uploads;
        this.writers = writers;
        this.finishing = finishing;
        this.endings = endings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "server.uploads.expire";
    }

    @Override
    public String cron() {
        return "40 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        spaces.run(name(), this::sweep);
    }

    private void sweep() {
        var now = clock.instant();
        uploads.uncleared().forEach(endings::clear);
        uploads.forget(now.minus(KEPT));
        uploads.late(now).forEach(endings::expire);
        uploads.unfinished(now).forEach(id -> finishing.finishIfWhole(writers.get(id)));
    }
}
