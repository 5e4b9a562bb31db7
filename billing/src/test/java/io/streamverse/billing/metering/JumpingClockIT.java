package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.streamverse.billing.BillingStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/// The same histories while the machine's clock is set forward and back, over midnights and by days.
class JumpingClockIT extends HistoriesContract {
    private static final BillingStage STAGE = MovedClock.stage(Duration.ZERO);
    private static final MovedClock CLOCK = STAGE.bean(MovedClock.class);
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
        var ahead = CLOCK.ahead().plus(jump);
        CLOCK.move(ahead.abs().compareTo(FARTHEST) < 0 ? ahead : Duration.ZERO);
    }

    @AfterEach
    void allOfItAddsUp() {
        CLOCK.move(Duration.ZERO);
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
}
