package io.streamverse.kernel.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.scheduling.cron.CronExpression;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs each job once per due time, on whichever server claims it first.
@Singleton
@Requires(property = "database.control.url")
public class Schedules implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final int LEASE_SECONDS = 60;
    private final List<ScheduledJob> jobs;
    private final List<Loop> loops;
    private final ScheduleRepository schedules;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final String self;

    Schedules(
            List<ScheduledJob> jobs,
            ScheduleRepository schedules,
            InstantSource clock,
            MeterRegistry metrics,
            Ids ids) {
        this.jobs = jobs;
        this.schedules = schedules;
        this.clock = clock;
        this.metrics = metrics;
        this.self = ids.next("srv");
        this.loops = jobs.stream()
                .map(job -> new Loop(job.name(), Duration.ofSeconds(1), () -> catchUp(job)))
                .toList();
    }

    public List<Schedule> list() {
        return schedules.list();
    }

    /// Makes the job due now; the next regular time follows from there.
    public void runNow(String name) {
        if (jobs.stream().noneMatch(job -> job.name().equals(name))) {
            throw new NotFound("schedule.job.unknown", "schedule " + name);
        }
        if (!schedules.dueAt(name, clock.instant())) {
            throw new Conflict("schedule.job.running", name + " is running now");
        }
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        jobs.forEach(job -> schedules.declare(job.name(), job.cron(), after(job, clock.instant())));
        loops.forEach(Loop::start);
    }

    @PreDestroy
    void stop() {
        loops.forEach(Loop::stop);
    }

    private void catchUp(ScheduledJob job) {
        var claim = schedules.claim(job.name(), self, clock.instant(), LEASE_SECONDS);
        while (claim != null && run(job, claim)) {
            claim = schedules.claim(job.name(), self, clock.instant(), LEASE_SECONDS);
        }
    }

    private boolean run(ScheduledJob job, ScheduleRepository.Claim claim) {
        var started = clock.instant();
        try {
            job.run(claim.dueAt());
        } catch (RuntimeException e) {
            LOG.error("{} failed for {}", job.name(), claim.dueAt(), e);
            schedules.failed(
                    job.name(), claim, String.valueOf(e.getMessage()), started, tookMs(job, started, "failed"));
            return false;
        }
        var from = job.missed() == ScheduledJob.Missed.EACH ? claim.dueAt() : clock.instant();
        schedules.succeeded(job.name(), claim, after(job, from), started, tookMs(job, started, "ok"));
        return true;
    }

    private long tookMs(ScheduledJob job, Instant started, String result) {
        var took = Duration.between(started, clock.instant());
        metrics.timer("streamverse.schedule", "job", job.name(), "result", result)
                .record(took);
        return took.toMillis();
    }

    private static Instant after(ScheduledJob job, Instant time) {
        return CronExpression.create(job.cron())
                .nextTimeAfter(time.atZone(ZoneOffset.UTC))
                .toInstant();
    }
}
