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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

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
        private static final CountDownLatch OPEN = new CountDownLatch(0);
        private final String name;
        private final Missed missed;
        private final Queue<Instant> runs = new ConcurrentLinkedQueue<>();
        private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(OPEN);
        private volatile boolean failing;

        Noted(String name, Missed missed) {
            this.name = name;
            this.missed = missed;
        }

        void fail(boolean now) {
            failing = now;
        }

        /// The next run, that one alone, ends when the answer is counted down.
        CountDownLatch holdNext() {
            var closed = new CountDownLatch(1);
            gate.set(closed);
            return closed;
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
            var held = gate.getAndSet(OPEN);
            runs.add(dueAt);
            pass(held);
            if (failing) {
                throw new IllegalStateException("not now");
            }
        }

        private static void pass(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
