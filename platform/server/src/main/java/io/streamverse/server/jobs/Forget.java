package io.streamverse.server.jobs;

import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Jobs that ended long ago, and workers that never came back.
@Singleton
class Forget implements ScheduledJob {
    private static final Duration WORKERS = Duration.ofDays(1);
    private final JobRepository jobs;
    private final WorkerRepository workers;
    private final JobsConfig config;
    private final InstantSource clock;

    Forget(JobRepository jobs, WorkerRepository workers, JobsConfig config, InstantSource clock) {
        this.jobs = jobs;
        this.workers = workers;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "server.jobs.forget";
    }

    @Override
    public String cron() {
        return "0 7 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        var now = clock.instant();
        workers.forget(now.minus(WORKERS));
        while (jobs.forget(now.minus(config.keep())) > 0) {}
    }
}
