package io.streamverse.billing.metering;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.streamverse.billing.BillingStage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// A machine whose clock is not that of the others.
@Singleton
@Replaces(InstantSource.class)
@Requires(property = MovedClock.AHEAD)
class MovedClock implements InstantSource {
    static final String AHEAD = "test.ahead";
    private volatile Duration ahead;

    MovedClock(@Property(name = AHEAD) Duration ahead) {
        this.ahead = ahead;
    }

    static BillingStage stageAt(Instant then) {
        return stage(Duration.between(Instant.now(), then));
    }

    static BillingStage stage(Duration ahead) {
        return BillingStage.with(Map.of(AHEAD, ahead.toString()));
    }

    Duration ahead() {
        return ahead;
    }

    void move(Duration to) {
        ahead = to;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
