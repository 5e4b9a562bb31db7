package io.streamverse.server.viewers;

import io.streamverse.kernel.problem.TooManyRequests;
import io.streamverse.kernel.security.Digests;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Slows guessing down, account by account, and the same for addresses that nobody has; PINs profile by profile. An
/// attacker can close one for a quarter of an hour at most; who is signed in stays so.
@Singleton
class Attempts {
    private static final Duration FORGOTTEN = Duration.ofHours(12);
    private final AttemptRepository attempts;
    private final ViewersConfig config;
    private final InstantSource clock;

    Attempts(AttemptRepository attempts, ViewersConfig config, InstantSource clock) {
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
    }

    void begin(String what) {
        var now = clock.instant();
        if (attempts.begin(digest(what), now, now.minus(FORGOTTEN)) == 0) {
            throw new TooManyRequests("viewers.login.slow-down", "Too many wrong tries; wait", wait(what, now));
        }
    }

    void succeeded(String what) {
        attempts.deleteById(digest(what));
    }

    void sweep() {
        attempts.forget(clock.instant().minus(FORGOTTEN));
    }

    private Duration wait(String what, Instant now) {
        return attempts.findById(digest(what))
                .map(Attempt::closedUntil)
                .map(until -> Duration.between(now, until).plusSeconds(1))
                .orElse(Duration.ofSeconds(1));
    }

    private String digest(String what) {
        return Digests.sha256("streamverse.login:%s:%s".formatted(config.secret(), what));
    }
}
