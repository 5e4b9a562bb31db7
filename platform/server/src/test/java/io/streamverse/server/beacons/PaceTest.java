package io.streamverse.server.beacons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final Pace pace =
            new Pace(new BeaconsConfig("a secret of at least 32 characters", Duration.ofHours(24), 3), () -> now);

    @BeforeEach
    void asManyAsItMay() {
        for (int i = 0; i < 3; i++) {
            pace.count("pbs_1");
        }
    }

    @Test
    void oneMoreIsTooMany() {
        now = now.plusSeconds(20);

        assertThatThrownBy(() -> pace.count("pbs_1"))
                .isInstanceOfSatisfying(
                        TooManyRequests.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(41)));
    }

    @Test
    void othersGoOn() {
        assertThatCode(() -> pace.count("pbs_2")).doesNotThrowAnyException();
    }

    @Test
    void aMinuteLaterItMayTellAgain() {
        now = now.plusSeconds(60);

        assertThatCode(() -> pace.count("pbs_1")).doesNotThrowAnyException();
    }
}
