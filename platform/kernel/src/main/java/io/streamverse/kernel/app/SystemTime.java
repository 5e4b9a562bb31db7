package io.streamverse.kernel.app;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.time.InstantSourceFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/// The time as exactly as PostgreSQL keeps it: what was written is what is read back.
@Factory
class SystemTime {
    @Singleton
    @Replaces(value = InstantSource.class, factory = InstantSourceFactory.class)
    InstantSource inMicroseconds() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
