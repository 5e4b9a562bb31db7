package io.streamverse.server.jobs;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.media.plan.Accelerator;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// Takes back leases that nobody keeps, and lets the CPU do what waits too long for a GPU.
@Singleton
class Watch implements ScheduledJob {
    private final Expiry expiry;
    private final Shares shares;
    private final TaskRepository tasks;
    private final WorkerRepository workers;
    private final Fallback fallback;
    private final Bell bell;
    private final JobsConfig config;
    private final InstantSource clock;

    Watch(
            Expiry expiry,
            Shares shares,
            TaskRepository tasks,
            WorkerRepository workers,
            Fallback fallback,
            Bell bell,
            JobsConfig config,
            InstantSource clock) {
        this.expiry = expiry;
        this.shares = shares;
        this.tasks = tasks;
        this.workers = workers;
        this.fallback = fallback;
        this.bell = bell;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "server.jobs.watch";
    }

    @Override
    public String cron() {
        return "*/5 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        expiry.giveBack();
        var since = clock.instant().minus(config.fallbackAfter());
        var met = workers.seenSince(since).stream()
                .flatMap(it -> it.demands().stream())
                .distinct()
                .toArray(String[]::new);
        tasks.stranded(Accelerator.GPU.label(), met, since).forEach(this::fallBack);
    }

    @Transactional("control")
    void fallBack(Task stranded) {
        shares.hold(stranded.tenant());
        var task = tasks.get(stranded.id());
        if (task.state().equals("ready") && Fallback.isPossible(task)) {
            fallback.ofGroup(task, "No worker with a GPU that can was seen for " + config.fallbackAfter());
            bell.ring();
        }
    }
}
