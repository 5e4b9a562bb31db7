package io.streamverse.server.viewers;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Retires signing keys that signed for long enough, and forgets ended sessions and old wrong passwords.
@Singleton
class Sweep implements ScheduledJob {
    private static final Duration KEPT = Duration.ofDays(30);
    private final EachSpace spaces;
    private final SigningKeys keys;
    private final SessionRepository sessions;
    private final Attempts attempts;
    private final ViewersConfig config;
    private final InstantSource clock;

    Sweep(
            EachSpace spaces,
            SigningKeys keys,
            SessionRepository sessions,
            Attempts attempts,
            ViewersConfig config,
            InstantSource clock) {
        this.spaces = spaces;
        this.keys = keys;
        this.sessions = sessions;
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "server.viewers.sweep";
    }

    @Override
    public String cron() {
        return "0 10 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        spaces.run(name(), this::sweep);
    }

    private void sweep() {
        keys.rotate(config.key());
        sessions.forget(clock.instant().minus(KEPT));
        attempts.sweep();
    }
}
