package io.streamverse.server.jobs;

import io.streamverse.server.jobs.JobView.TaskState;
import io.streamverse.server.jobs.JobView.TaskView;
import io.streamverse.server.jobs.JobView.Wait;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is told of jobs, worked out when somebody asks.
@Singleton
class Views {
    private static final Duration SEEN_LATELY = Duration.ofMinutes(2);
    private static final Duration USUAL_TASK = Duration.ofSeconds(30);
    private static final double ENOUGH_TO_JUDGE = 0.02;
    private final TaskRepository tasks;
    private final AttemptRepository attempts;
    private final WorkerRepository workers;
    private final QueueRepository queue;
    private final InstantSource clock;

    Views(
            TaskRepository tasks,
            AttemptRepository attempts,
            WorkerRepository workers,
            QueueRepository queue,
            InstantSource clock) {
        this.tasks = tasks;
        this.attempts = attempts;
        this.workers = workers;
        this.queue = queue;
        this.clock = clock;
    }

    JobView of(JobRepository.Row job) {
        var now = clock.instant();
        var all = tasks.of(job.id());
        var tries = attempts.of(job.id()).stream()
                .collect(Collectors.toMap(AttemptRepository.Row::task, Function.identity(), Views::newest));
        var views = all.stream().map(it -> view(it, tries)).toList();
        var state = JobView.State.valueOf(job.state().toUpperCase(Locale.ROOT));
        var progress = state == JobView.State.DONE ? 1 : progress(views);
        var wait = job.endedAt() == null ? waitsFor(job.space().tenant().value(), all, now) : null;
        var inTurn = wait == Wait.SHARE || wait == Wait.BUSY;
        return new JobView(
                job.id(),
                job.assetId(),
                job.version(),
                job.kind(),
                state,
                progress,
                inTurn ? position(all, now) : null,
                wait,
                job.endedAt() == null ? remaining(job.startedAt(), progress, now) : null,
                job.code(),
                job.detail(),
                job.queuedAt(),
                job.startedAt(),
                job.endedAt(),
                views);
    }

    /// What waits, in the time that tasks took of late, on the places there are.
    Duration expectedWait(String accelerator) {
        var able = workers.seenSince(clock.instant().minus(SEEN_LATELY)).stream()
                .filter(it -> it.accelerators().contains(accelerator))
                .mapToInt(WorkerRepository.Row::slots)
                .sum();
        var waiting = queue.ready(accelerator);
        var running = queue.running(accelerator);
        var ahead = Math.max(0, waiting + running - able + 1);
        var each = queue.usualSeconds(accelerator).orElse((double) USUAL_TASK.toSeconds());
        return Duration.ofMillis(Math.round(1000 * each * ahead / Math.max(1, able)));
    }

    private static AttemptRepository.Row newest(AttemptRepository.Row one, AttemptRepository.Row other) {
        return one.number() > other.number() ? one : other;
    }

    private static TaskView view(Task task, Map<Long, AttemptRepository.Row> tries) {
        var last = tries.get(task.id());
        var state = task.state().equals("leased")
                ? TaskState.RUNNING
                : TaskState.valueOf(task.state().toUpperCase(Locale.ROOT));
        var progress = switch (state) {
            case DONE -> 1;
            case RUNNING -> last == null ? 0 : last.progress();
            case WAITING, READY, FAILED, DROPPED -> 0;
        };
        return new TaskView(
                task.name(),
                state,
                progress,
                task.weight(),
                task.attempt(),
                task.accelerator(),
                last == null ? null : last.code(),
                last == null ? null : last.detail(),
                last == null ? null : last.log());
    }

    private static double progress(List<TaskView> tasks) {
        var whole = tasks.stream().mapToDouble(TaskView::weight).sum();
        var made = tasks.stream().mapToDouble(it -> it.weight() * it.progress()).sum();
        return whole <= 0 ? 0 : made / whole;
    }

    private static @Nullable Duration remaining(@Nullable Instant since, double progress, Instant now) {
        if (since == null || progress < ENOUGH_TO_JUDGE) {
            return null;
        }
        var ran = Duration.between(since, now).toMillis();
        return Duration.ofMillis(Math.round(ran * (1 - progress) / progress));
    }

    private @Nullable Wait waitsFor(String tenant, List<Task> all, Instant now) {
        var ready = all.stream().filter(it -> it.state().equals("ready")).toList();
        if (ready.isEmpty() || all.stream().anyMatch(it -> it.state().equals("leased"))) {
            return null;
        }
        if (queue.isStopped(tenant, now)) {
            return Wait.RESTRICTED;
        }
        if (ready.stream().allMatch(it -> it.readyAt().isAfter(now))) {
            return Wait.RETRY;
        }
        var met = workers.seenSince(now.minus(SEEN_LATELY)).stream()
                .flatMap(it -> it.demands().stream())
                .collect(Collectors.toSet());
        if (ready.stream().noneMatch(it -> met.contains(it.demand()))) {
            return Wait.NO_WORKER;
        }
        return queue.isAtWork(tenant) ? Wait.SHARE : Wait.BUSY;
    }

    private @Nullable Integer position(List<Task> all, Instant now) {
        return all.stream()
                .filter(it -> it.state().equals("ready") && !it.readyAt().isAfter(now))
                .findFirst()
                .map(queue::ahead)
                .orElse(null);
    }
}
