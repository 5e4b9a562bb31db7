package io.streamverse.server.time;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The real time, and what a test adds to it.
@Singleton
@Replaces(InstantSource.class)
@Requires(property = "test.clock")
public class TestClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    public Duration ahead() {
        return ahead;
    }

    public void pass(Duration time) {
        ahead = ahead.plus(time);
    }
}
