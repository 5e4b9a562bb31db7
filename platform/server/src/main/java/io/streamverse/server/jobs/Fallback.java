package io.streamverse.server.jobs;

import io.streamverse.events.jobs.JobFellBack;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.media.lease.DeviceMs;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;

/// From GPU to CPU: all tasks of the group begin anew, since the chunks of a track share one init segment, and with
/// them what was made of theirs. Never the other way, which could cost more than the quote. Whoever calls holds the
/// tenant's share.
@Singleton
class Fallback {
    private final Shares shares;
    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final AttemptRepository attempts;
    private final Ending ending;
    private final Outbox outbox;
    private final InstantSource clock;

    Fallback(
            Shares shares,
            JobRepository jobs,
            TaskRepository tasks,
            AttemptRepository attempts,
            Ending ending,
            Outbox outbox,
            InstantSource clock) {
        this.shares = shares;
        this.jobs = jobs;
        this.tasks = tasks;
        this.attempts = attempts;
        this.ending = ending;
        this.outbox = outbox;
        this.clock = clock;
    }

    static boolean isPossible(Task task) {
        return Accelerator.GPU.label().equals(task.accelerator());
    }

    void ofGroup(Task task, String why) {
        var group = tasks.of(task.job()).stream()
                .filter(it -> isPossible(it)
                        && (task.group() == null
                                ? it.id() == task.id()
                                : task.group().equals(it.group())))
                .toList();
        var ids = group.stream().map(Task::id).toArray(Long[]::new);
        var all = tasks.withFollowers(task.job(), ids).toArray(Long[]::new);
        attempts.running(all).forEach(it -> ending.attempt(task.tenant(), it, "dropped", DeviceMs.NONE));
        group.forEach(this::toCpu);
        tasks.reset(task.job(), all, clock.instant());
        shares.waiting(task.tenant());
        var job = jobs.get(task.job());
        outbox.add(
                job.space(),
                new JobFellBack(
                        job.id(),
                        job.assetId(),
                        job.version(),
                        Objects.requireNonNullElse(task.group(), task.name()),
                        Accelerator.CPU.label(),
                        why));
    }

    private void toCpu(Task task) {
        var work = Demand.on(Accelerator.CPU, WorkJson.read(task.work(), Work.class));
        var cpu = Accelerator.CPU.label();
        tasks.change(task, WorkJson.write(work), Demand.of(work, cpu), cpu);
    }
}
