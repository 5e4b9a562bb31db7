package io.streamverse.server.jobs;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Takes work, and the word that nobody wants it any more.
@Singleton
class Intake {
    static final String MALFORMED = "jobs.work.malformed";
    private final Shares shares;
    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final Ending ending;
    private final Bell bell;
    private final InstantSource clock;

    Intake(Shares shares, JobRepository jobs, TaskRepository tasks, Ending ending, Bell bell, InstantSource clock) {
        this.shares = shares;
        this.jobs = jobs;
        this.tasks = tasks;
        this.ending = ending;
        this.bell = bell;
        this.clock = clock;
    }

    @Transactional("control")
    void take(TenantSpace space, WorkWanted wanted) {
        var tenant = space.tenant().value();
        var now = clock.instant();
        shares.hold(tenant);
        if (!jobs.insert(space, wanted, now)) {
            return;
        }
        try {
            tasks.insert(tenant, wanted, Wanted.of(wanted), now);
        } catch (IllegalArgumentException e) {
            ending.fail(wanted.jobId(), MALFORMED, String.valueOf(e.getMessage()));
            return;
        }
        if (wanted.tasks().isEmpty()) {
            ending.done(wanted.jobId());
            return;
        }
        shares.waiting(tenant);
        bell.ring();
    }

    @Transactional("control")
    void cancel(TenantSpace space, String job) {
        shares.hold(space.tenant().value());
        if (jobs.isOpen(space, job)) {
            ending.cancel(job);
        }
    }
}
