package io.streamverse.server.tenants;

import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Instant;

/// What failed, and what servers of an older release made while they still ran beside this one.
@Singleton
class MigrateLeftBehind implements ScheduledJob {
    private final Waves waves;

    MigrateLeftBehind(Waves waves) {
        this.waves = waves;
    }

    @Override
    public String name() {
        return "server.tenants.migrate";
    }

    @Override
    public String cron() {
        return "30 * * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        waves.run();
    }
}
