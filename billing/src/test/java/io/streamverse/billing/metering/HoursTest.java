package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.subscriptions.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    private static final Instant CHANGE = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "UTC, Asia/Kolkata",
        "UTC, America/New_York",
        "UTC, Asia/Kathmandu",
        "UTC, Australia/Lord_Howe",
        "Africa/Abidjan, Pacific/Apia"
    })
    void daysAndHoursFollowOneAnotherWhereTheZoneChanges(String before, String then) {
        var hours = changing(before, then);

        followOneAnother(hours::startOfDay, hours::startOfNextDay);
        followOneAnother(hours::startOf, it -> hours.startFrom(it.plus(Duration.ofMinutes(15))));
    }

    private static void followOneAnother(UnaryOperator<Instant> start, UnaryOperator<Instant> next) {
        var begun = start.apply(CHANGE.minus(Duration.ofDays(3)));
        while (begun.isBefore(CHANGE.plus(Duration.ofDays(3)))) {
            var end = next.apply(begun);
            assertThat(end).isAfter(begun);
            assertThat(start.apply(end.minusMillis(1))).isEqualTo(begun);
            assertThat(start.apply(end)).isEqualTo(end);
            begun = end;
        }
        assertThat(start.apply(CHANGE)).isEqualTo(CHANGE);
    }

    @Test
    void aFewHoursOfTheOldMonthBelongToTheNewOne() {
        var hours = changing("UTC", "America/New_York");

        assertThat(hours.startOfMonth(CHANGE.plusSeconds(60))).isEqualTo(CHANGE);
        assertThat(hours.startOfMonth(CHANGE.plus(Duration.ofDays(20)))).isEqualTo(CHANGE);
        assertThat(hours.startOfMonth(CHANGE.minusSeconds(1))).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(hours.startOfMonth(CHANGE.plus(Duration.ofDays(40))))
                .isEqualTo(Instant.parse("2027-01-01T05:00:00Z"));
    }

    private static Hours changing(String before, String then) {
        return new Hours(new Zones(new TreeMap<>(Map.of(Instant.MIN, ZoneId.of(before), CHANGE, ZoneId.of(then)))));
    }
}
