package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.HostDatabases;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Takes the events that were set aside, in order, once their tenant's data is within reach. One that is refused now is
/// a dead letter like any other.
@Singleton
@Requires(property = "database.tenants.url")
class TakeSetAside implements ScheduledJob {
    private final DeadLetters letters;
    private final DeadLetterRepository rows;
    private final HostDatabases hosts;

    TakeSetAside(DeadLetters letters, DeadLetterRepository rows, HostDatabases hosts) {
        this.letters = letters;
        this.rows = rows;
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return "plumbing.take-set-aside";
    }

    @Override
    public String cron() {
        return "*/2 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        rows.firstAside().forEach(this::take);
    }

    private void take(DeadLetterRepository.Row row) {
        if (isOutOfReach(row)) {
            return;
        }
        var id = row.letter().id();
        try {
            letters.replay(id);
        } catch (Conflict e) {
            if (!isOutOfReach(row)) {
                rows.refused(id, e.detail());
            }
        }
    }

    private boolean isOutOfReach(DeadLetterRepository.Row row) {
        var space = row.envelope().space();
        return space != null && hosts.isOutOfReach(space);
    }
}
