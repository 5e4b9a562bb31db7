package io.streamverse.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-16T23:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-16T23:00:00Z");
    private static final Instant JANUARY = Instant.parse("2027-01-16T23:00:00Z");

    @Test
    void monthsFollowBehindTheLastEndThatIsKnown() {
        var known = new Period(NOVEMBER, DECEMBER, List.of(JANUARY));

        assertThat(known.at(DECEMBER)).isEqualTo(new Period(DECEMBER, JANUARY, List.of()));
        assertThat(known.at(Instant.parse("2027-06-01T00:00:00Z")))
                .isEqualTo(new Period(
                        Instant.parse("2027-05-16T23:00:00Z"), Instant.parse("2027-06-16T23:00:00Z"), List.of()));
    }
}
