package io.streamverse.server.jobs;

import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.jobs.TaskAttempt;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.media.lease.DeviceMs;
import io.streamverse.media.plan.Accelerator;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How jobs and attempts end. Whoever calls holds the tenant's share.
@Singleton
class Ending {
    private final Shares shares;
    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final AttemptRepository attempts;
    private final Outbox outbox;
    private final InstantSource clock;

    Ending(
            Shares shares,
            JobRepository jobs,
            TaskRepository tasks,
            AttemptRepository attempts,
            Outbox outbox,
            InstantSource clock) {
        this.shares = shares;
        this.jobs = jobs;
        this.tasks = tasks;
        this.attempts = attempts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Whether it was still running.
    boolean attempt(String tenant, String id, String state, DeviceMs deviceMs) {
        var seconds = attempts.end(id, state, deviceMs, clock.instant());
        seconds.ifPresent(it -> shares.ended(tenant, it));
        return seconds.isPresent();
    }

    void done(String job) {
        end(job, "done", null, null);
    }

    void fail(String job, String code, String detail) {
        end(job, "failed", code, detail);
    }

    void cancel(String job) {
        end(job, "cancelled", null, null);
    }

    private void end(String id, String state, @Nullable String code, @Nullable String detail) {
        if (!jobs.end(id, state, code, detail, clock.instant())) {
            return;
        }
        var job = jobs.get(id);
        attempts.running(id).forEach(it -> attempt(job.space().tenant().value(), it, "cancelled", DeviceMs.NONE));
        tasks.drop(id);
        var all = tasks.of(id);
        outbox.add(
                job.space(),
                new JobEnded(
                        id,
                        job.assetId(),
                        job.version(),
                        job.kind(),
                        state,
                        code,
                        detail,
                        results(all),
                        spent(id, all)));
    }

    private static List<TaskResult> results(List<Task> all) {
        return all.stream().flatMap(Ending::result).toList();
    }

    private static Stream<TaskResult> result(Task task) {
        var done = task.done();
        return done == null ? Stream.of() : Stream.of(new TaskResult(task.name(), task.accelerator(), done));
    }

    private List<TaskAttempt> spent(String job, List<Task> all) {
        var names = all.stream().collect(Collectors.toMap(Task::id, Function.identity()));
        return attempts.of(job).stream()
                .flatMap(it -> spent(names.get(it.task()), it))
                .toList();
    }

    /// A try that kept no device busy is told too, by the device it was meant for.
    private static Stream<TaskAttempt> spent(@Nullable Task task, AttemptRepository.Row attempt) {
        if (task == null) {
            return Stream.of();
        }
        var spent = attempt.deviceMs();
        var onGpu = spent.gpu() > 0;
        var onCpu = spent.cpu() > 0 || !onGpu;
        return Stream.concat(
                onCpu ? Stream.of(told(task, attempt, Accelerator.CPU, spent.cpu())) : Stream.of(),
                onGpu ? Stream.of(told(task, attempt, Accelerator.GPU, spent.gpu())) : Stream.of());
    }

    private static TaskAttempt told(Task task, AttemptRepository.Row attempt, Accelerator on, long ms) {
        return new TaskAttempt(task.name(), attempt.number(), on.label(), ms);
    }
}
