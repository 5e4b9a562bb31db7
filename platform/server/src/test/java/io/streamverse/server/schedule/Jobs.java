package io.streamverse.server.schedule;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Two hourly jobs that note when they ran, over all servers of this JVM.
@Factory
@Requires(property = "test.jobs")
class Jobs {
    static final Noted EACH = new Noted("server.probe.each", ScheduledJob.Missed.EACH);
    static final Noted LATEST = new Noted("server.probe.latest", ScheduledJob.Missed.LATEST);

    @Singleton
    @Named("each")
    ScheduledJob each() {
        return EACH;
    }

    @Singleton
    @Named("latest")
    ScheduledJob latest() {
        return LATEST;
    }

    static final class Noted implements ScheduledJob {
        private final String name;
        private final Missed missed;
        private final Queue<Instant> runs = new ConcurrentLinkedQueue<>();
        private volatile boolean failing;

        Noted(String name, Missed missed) {
            this.name = name;
            this.missed = missed;
        }

        void fail(boolean now) {
            failing = now;
        }

        List<Instant> runs() {
            return List.copyOf(runs);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String cron() {
            return "0 0 * * * *";
        }

        @Override
        public Missed missed() {
            return missed;
        }

        @Override
        public void run(Instant dueAt) {
            runs.add(dueAt);
            if (failing) {
                throw new IllegalStateException("not now");
            }
        }
    }
}
