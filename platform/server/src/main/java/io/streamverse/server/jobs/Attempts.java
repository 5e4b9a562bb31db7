package io.streamverse.server.jobs;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.media.lease.Completion;
import io.streamverse.media.lease.DeviceMs;
import io.streamverse.media.lease.Failure;
import io.streamverse.media.lease.GivenBack;
import io.streamverse.media.lease.Heartbeat;
import io.streamverse.media.lease.Held;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What workers say of the attempts they make. Only the one that runs is believed.
@Singleton
class Attempts {
    private static final String NO_ENCODER = "media.encoder.unavailable";
    private static final int LONGEST_LOG = 65_536;
    private final Shares shares;
    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final AttemptRepository attempts;
    private final Ending ending;
    private final Fallback fallback;
    private final Bell bell;
    private final JobsConfig config;
    private final InstantSource clock;

    Attempts(
            Shares shares,
            JobRepository jobs,
            TaskRepository tasks,
            AttemptRepository attempts,
            Ending ending,
            Fallback fallback,
            Bell bell,
            JobsConfig config,
            InstantSource clock) {
        this.shares = shares;
        this.jobs = jobs;
        this.tasks = tasks;
        this.attempts = attempts;
        this.ending = ending;
        this.fallback = fallback;
        this.bell = bell;
        this.config = config;
        this.clock = clock;
    }

    @Transactional("control")
    Held beat(String lease, Heartbeat beat) {
        var until = clock.instant().plus(config.lease());
        if (attempts.beat(lease, beat.attempt(), Math.clamp(beat.progress(), 0, 1), beat.deviceMs(), until)) {
            var checkpoint = beat.checkpoint();
            if (checkpoint != null) {
                tasks.checkpoint(find(lease, beat.attempt()).task(), beat.attempt(), checkpoint);
            }
            return new Held(false, config.lease().toMillis());
        }
        var ended = find(lease, beat.attempt());
        attempts.spent(lease, beat.deviceMs());
        if (ended.state().equals("cancelled")) {
            return new Held(true, 0);
        }
        throw fenced();
    }

    /// The task of an attempt that runs.
    Task current(String lease, int number) {
        var attempt = find(lease, number);
        if (!attempt.state().equals("running")) {
            throw fenced();
        }
        return tasks.get(attempt.task());
    }

    /// Said twice it changes nothing.
    @Transactional("control")
    void complete(String lease, Completion completion) {
        var task = tasks.get(find(lease, completion.attempt()).task());
        Belongings.demandOwn(jobs.get(task.job()).space(), task, completion.done());
        shares.hold(task.tenant());
        if (!ending.attempt(task.tenant(), lease, "done", completion.deviceMs())) {
            if (find(lease, completion.attempt()).state().equals("done")) {
                return;
            }
            throw fenced();
        }
        var ready = tasks.done(task, completion.done(), clock.instant());
        if (ready > 0) {
            shares.waiting(task.tenant());
            bell.ring();
        } else if (tasks.allDone(task.job())) {
            ending.done(task.job());
        }
    }

    @Transactional("control")
    void fail(String lease, Failure failure) {
        var task = ended(lease, failure.attempt(), "failed", failure.deviceMs());
        var log = failure.log();
        attempts.explain(
                lease, failure.code(), failure.detail(), log.substring(Math.max(0, log.length() - LONGEST_LOG)));
        if (failure.code().equals(NO_ENCODER) && Fallback.isPossible(task)) {
            fallback.ofGroup(task, failure.detail());
            bell.ring();
        } else if (failure.permanent() || task.failures() + 1 >= config.attempts()) {
            tasks.setAside(task);
            ending.fail(task.job(), failure.code(), failure.detail());
        } else {
            var failures = task.failures() + 1;
            tasks.again(task, failures, task.losses(), clock.instant().plus(config.pauseAfter(failures)));
            shares.waiting(task.tenant());
        }
    }

    @Transactional("control")
    void giveBack(String lease, GivenBack back) {
        var task = ended(lease, back.attempt(), "returned", back.deviceMs());
        tasks.again(task, task.failures(), task.losses(), clock.instant());
        shares.waiting(task.tenant());
        bell.ring();
    }

    private Task ended(String lease, int number, String state, DeviceMs deviceMs) {
        var attempt = find(lease, number);
        var tenant = tasks.get(attempt.task()).tenant();
        shares.hold(tenant);
        if (!ending.attempt(tenant, lease, state, deviceMs)) {
            throw fenced();
        }
        return tasks.get(attempt.task());
    }

    private AttemptRepository.Row find(String lease, int number) {
        return attempts.find(lease)
                .filter(it -> it.number() == number)
                .orElseThrow(() -> new NotFound("jobs.lease.unknown", "lease " + lease + " with this attempt"));
    }

    private static Conflict fenced() {
        return new Conflict("jobs.lease.ended", "This attempt is not the one that counts any more");
    }
}
