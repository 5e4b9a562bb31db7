package io.streamverse.server.jobs;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.WorkJson;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Collectors;

/// Removes what attempts left behind that no result names, a while after the job ended.
@Singleton
@Requires(bean = ObjectStore.class)
class SweepOutputs implements ScheduledJob {
    private static final int PAGE = 1_000;
    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final ObjectStore store;
    private final JobsConfig config;
    private final InstantSource clock;

    SweepOutputs(JobRepository jobs, TaskRepository tasks, ObjectStore store, JobsConfig config, InstantSource clock) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "server.jobs.sweep-outputs";
    }

    @Override
    public String cron() {
        return "0 */5 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        jobs.unswept(clock.instant().minus(config.keepOrphans())).forEach(this::sweep);
    }

    private void sweep(JobRepository.Row job) {
        var named = tasks.of(job.id()).stream()
                .map(Task::done)
                .filter(Objects::nonNull)
                .flatMap(it -> Belongings.outputs(WorkJson.read(it, Done.class)))
                .map(Output::key)
                .collect(Collectors.toSet());
        var prefix = "%swork/%s/".formatted(job.space().folder(), job.id());
        var page = store.list(prefix, null, PAGE);
        while (true) {
            page.entries().stream()
                    .map(it -> it.key())
                    .filter(it -> !named.contains(it.value()))
                    .forEach(store::delete);
            if (page.next() == null) {
                break;
            }
            page = store.list(prefix, page.next(), PAGE);
        }
        jobs.swept(job.id());
    }
}
