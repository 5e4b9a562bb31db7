package io.streamverse.server.jobs;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.jobs.JobStarted;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.media.lease.Lease;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the next task to whoever asks, and lets those wait for whom there is none.
@Singleton
class Leasing {
    private static final String PREFIX = "lse";
    /// Pauses between tries end without a bell, and so do leases that nobody keeps.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final int TURNS = 5;
    private final Shares shares;
    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final Expiry expiry;
    private final Outbox outbox;
    private final Bell bell;
    private final JobsConfig config;
    private final Ids ids;
    private final InstantSource clock;

    Leasing(
            Shares shares,
            JobRepository jobs,
            TaskRepository tasks,
            Expiry expiry,
            Outbox outbox,
            Bell bell,
            JobsConfig config,
            Ids ids,
            InstantSource clock) {
        this.shares = shares;
        this.jobs = jobs;
        this.tasks = tasks;
        this.expiry = expiry;
        this.outbox = outbox;
        this.bell = bell;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /// Waits on the virtual thread of the request, which costs no other anything.
    Optional<Lease> next(WorkerRepository.Row worker, Duration patience) throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        while (true) {
            var heard = bell.times();
            var lease = take(worker);
            var left = Duration.ofNanos(until - System.nanoTime());
            if (lease.isPresent() || !left.isPositive() || bell.isStopping()) {
                return lease;
            }
            bell.await(heard, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
        }
    }

    Optional<Lease> take(WorkerRepository.Row worker) {
        var demands = worker.demands().toArray(String[]::new);
        var leased = take(worker.id(), demands);
        if (leased.isEmpty() && expiry.giveBack() > 0) {
            leased = take(worker.id(), demands);
        }
        return leased;
    }

    private Optional<Lease> take(String worker, String[] demands) {
        for (int turn = 0; turn < TURNS; turn++) {
            var taken = takeUnheld(worker, demands);
            if (taken.isNone()) {
                taken = takeAwaited(worker, demands);
            }
            if (!taken.isStale()) {
                return Optional.ofNullable(taken.lease());
            }
        }
        return Optional.empty();
    }

    /// Stale where the one whose turn it was has nothing any more.
    record Taken(@Nullable Lease lease, boolean isStale) {
        boolean isNone() {
            return lease == null && !isStale;
        }
    }

    @Transactional("control")
    Taken takeUnheld(String worker, String[] demands) {
        var now = clock.instant();
        return take(shares.nextUnheld(demands, now), worker, demands, now);
    }

    /// In a transaction of its own, which holds nothing yet.
    @Transactional("control")
    Taken takeAwaited(String worker, String[] demands) {
        var now = clock.instant();
        return take(shares.nextAwaited(demands, now), worker, demands, now);
    }

    private Taken take(Optional<String> tenant, String worker, String[] demands, Instant now) {
        if (tenant.isEmpty()) {
            return new Taken(null, false);
        }
        var id = ids.next(PREFIX);
        var task = tasks.take(tenant.get(), demands, id, worker, now, now.plus(config.lease()));
        return task.map(it -> new Taken(begin(id, it, now), false)).orElseGet(() -> new Taken(null, true));
    }

    private Lease begin(String id, Task task, Instant now) {
        if (jobs.start(task.job(), now)) {
            var job = jobs.get(task.job());
            outbox.add(job.space(), new JobStarted(job.id(), job.assetId(), job.version()));
        }
        return new Lease(
                id,
                task.job(),
                task.name(),
                task.attempt(),
                task.work(),
                task.needs().isEmpty() ? Map.of() : tasks.inputs(task),
                task.checkpoint(),
                config.lease().toMillis());
    }
}
