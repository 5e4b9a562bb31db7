package io.streamverse.server.jobs;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.media.lease.DeviceMs;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Takes back what workers were lost with. A task that takes its worker down every time is set aside in the end.
@Singleton
class Expiry {
    private static final String LOST = "jobs.worker.lost";
    private final Shares shares;
    private final TaskRepository tasks;
    private final AttemptRepository attempts;
    private final Ending ending;
    private final Bell bell;
    private final JobsConfig config;
    private final InstantSource clock;

    Expiry(
            Shares shares,
            TaskRepository tasks,
            AttemptRepository attempts,
            Ending ending,
            Bell bell,
            JobsConfig config,
            InstantSource clock) {
        this.shares = shares;
        this.tasks = tasks;
        this.attempts = attempts;
        this.ending = ending;
        this.bell = bell;
        this.config = config;
        this.clock = clock;
    }

    /// How many.
    int giveBack() {
        var expired = attempts.expired(clock.instant());
        expired.forEach(this::giveBack);
        return expired.size();
    }

    @Transactional("control")
    void giveBack(String id) {
        var now = clock.instant();
        var attempt = attempts.find(id).orElseThrow();
        var task = tasks.get(attempt.task());
        shares.hold(task.tenant());
        if (!attempts.isExpired(id, now) || !ending.attempt(task.tenant(), id, "lost", DeviceMs.NONE)) {
            return;
        }
        attempts.explain(id, LOST, "No heartbeat came in time", "");
        var current = tasks.get(task.id());
        if (current.losses() + 1 >= config.losses()) {
            tasks.setAside(current);
            ending.fail(current.job(), LOST, "%s lost its worker %d times".formatted(current.name(), config.losses()));
            return;
        }
        tasks.again(current, current.failures(), current.losses() + 1, now);
        shares.waiting(task.tenant());
        bell.ring();
    }
}
