package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.streamverse.billing.BillingStage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/// The same histories while the machine's clock is set forward and back, over midnights and by days.
class JumpingClockIT extends HistoriesContract {
    private static final BillingStage STAGE = BillingStage.with(Map.of("test.jumping", true));
    private static final Jumping CLOCK = STAGE.bean(Jumping.class);
    private static final Duration FARTHEST = Duration.ofDays(2);
    private static final List<Duration> JUMPS = List.of(
            Duration.ofMillis(40),
            Duration.ofSeconds(-1),
            Duration.ofMinutes(-61),
            Duration.ofHours(30),
            Duration.ofHours(-47),
            Duration.ofMinutes(59));

    JumpingClockIT() {
        super(STAGE, Instant.now().minus(FARTHEST), Duration.ofDays(30));
    }

    @Override
    void betweenBatches(long number) {
        var jump = JUMPS.get((int) (number % JUMPS.size()));
        CLOCK.ahead = CLOCK.ahead.plus(jump).abs().compareTo(FARTHEST) < 0 ? CLOCK.ahead.plus(jump) : Duration.ZERO;
    }

    @AfterEach
    void allOfItAddsUp() {
        CLOCK.ahead = Duration.ZERO;
        STAGE.bean(AddsUp.class).run(Instant.now());

        assertThat(STAGE.bean(MeterRegistry.class)
                        .get("streamverse.usage.unaccounted")
                        .gauge()
                        .value())
                .isZero();
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Singleton
    @Replaces(InstantSource.class)
    @Requires(property = "test.jumping")
    static class Jumping implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
