package io.streamverse.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
    @Test
    void aMonthIsTheTenantsOwn() {
        var berlin = calendar("Europe/Berlin", Reset.CALENDAR, "2026-01-17T10:00:00Z");

        assertThat(berlin.at(at("2026-11-30T22:59:59Z")))
                .isEqualTo(period("2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"));
        assertThat(berlin.at(at("2026-11-30T23:00:00Z")))
                .isEqualTo(period("2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z"));
    }

    @Test
    void aMonthWithAChangeOfClocksIsAnHourShorterOrLonger() {
        var berlin = calendar("Europe/Berlin", Reset.CALENDAR, "2026-01-17T10:00:00Z");

        assertThat(berlin.at(at("2026-03-29T01:00:00Z")))
                .isEqualTo(period("2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"));
        assertThat(berlin.at(at("2026-10-25T01:00:00Z")))
                .isEqualTo(period("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T00:00:00Z, 2026-02-28T00:00:00Z",
        "2026-02-28T00:00:00Z, 2026-02-28T00:00:00Z, 2026-03-31T00:00:00Z",
        "2026-04-30T23:59:59Z, 2026-04-30T00:00:00Z, 2026-05-31T00:00:00Z",
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z, 2028-03-31T00:00:00Z",
        "2028-02-28T23:59:59Z, 2028-01-31T00:00:00Z, 2028-02-29T00:00:00Z",
        "2025-12-31T08:00:00Z, 2025-12-31T00:00:00Z, 2026-01-31T00:00:00Z",
    })
    void whoBeganOnThe31stEndsShortMonthsOnTheirLastDay(String now, String from, String to) {
        var calendar = calendar("UTC", Reset.ANNIVERSARY, "2026-01-31T15:30:00Z");

        assertThat(calendar.at(at(now))).isEqualTo(period(from, to));
    }

    @Test
    void whoBeganOnALeapDayHasItBackEveryFourYears() {
        var calendar = calendar("UTC", Reset.ANNIVERSARY, "2028-02-29T01:00:00Z");

        assertThat(calendar.at(at("2029-02-28T00:00:00Z")).from()).isEqualTo(at("2029-02-28T00:00:00Z"));
        assertThat(calendar.at(at("2032-02-29T00:00:00Z")).from()).isEqualTo(at("2032-02-29T00:00:00Z"));
        assertThat(calendar.at(at("2032-02-28T23:00:00Z")).to()).isEqualTo(at("2032-02-29T00:00:00Z"));
    }

    @Test
    void theAnniversaryIsTheDayInTheTenantsZone() {
        var tokyo = calendar("Asia/Tokyo", Reset.ANNIVERSARY, "2026-05-09T16:00:00Z");

        assertThat(tokyo.at(at("2026-06-01T00:00:00Z")))
                .isEqualTo(period("2026-05-09T15:00:00Z", "2026-06-09T15:00:00Z"));
    }

    @Test
    void aDayWithoutAMidnightBeginsWhenItsClockBegins() {
        var cairo = calendar("Africa/Cairo", Reset.ANNIVERSARY, "2026-03-24T12:00:00Z");

        assertThat(cairo.at(at("2026-04-23T21:59:59Z")).to()).isEqualTo(at("2026-04-23T22:00:00Z"));
        assertThat(cairo.at(at("2026-04-24T06:00:00Z")).from()).isEqualTo(at("2026-04-23T22:00:00Z"));
    }

    @Test
    void aMidnightThatComesTwiceBeginsOneMonth() {
        var stJohns = calendar("America/St_Johns", Reset.CALENDAR, "2009-01-01T12:00:00Z");

        assertThat(stJohns.at(at("2009-11-01T02:45:00Z")))
                .isEqualTo(period("2009-11-01T02:30:00Z", "2009-12-01T03:30:00Z"));
    }

    @Test
    void aChangeOfTheZoneMakesOnePeriodLongerAndNoneOfAnHour() {
        var utc = new Calendar(at("2026-11-30T23:00:00Z"), ZoneId.of("UTC"), LocalDate.EPOCH);

        assertThat(utc.at(at("2026-11-30T23:30:00Z")))
                .isEqualTo(period("2026-11-30T23:00:00Z", "2027-01-01T00:00:00Z"));
        assertThat(utc.at(at("2027-01-01T00:00:00Z")))
                .isEqualTo(period("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z"));
    }

    @Test
    void aChangeToTheAnniversaryBridgesToItsDay() {
        var calendar = Calendar.of(
                at("2026-12-01T00:00:00Z"), ZoneId.of("UTC"), Reset.ANNIVERSARY, at("2026-03-20T09:00:00Z"));

        assertThat(calendar.at(at("2026-12-05T00:00:00Z")))
                .isEqualTo(period("2026-12-01T00:00:00Z", "2026-12-20T00:00:00Z"));
        assertThat(calendar.at(at("2026-12-20T00:00:00Z")))
                .isEqualTo(period("2026-12-20T00:00:00Z", "2027-01-20T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/St_Johns",
                "America/Sao_Paulo",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "Africa/Cairo",
                "Australia/Lord_Howe",
                "America/Havana",
                "Asia/Beirut"
            })
    void everyInstantLiesInOnePeriodAndPeriodsFollowEachOther(String zone) {
        var random = new Random(31);
        for (var round = 0; round < 2_000; round++) {
            var began = at("2004-01-01T00:00:00Z").plusSeconds(random.nextLong(900_000_000));
            var calendar = Calendar.of(
                    Instant.EPOCH, ZoneId.of(zone), random.nextBoolean() ? Reset.CALENDAR : Reset.ANNIVERSARY, began);
            var now = began.plusSeconds(random.nextLong(-100_000_000, 800_000_000));
            var here = calendar.at(now);
            assertThat(here.contains(now))
                    .as("%s in %s of %s", now, here, calendar)
                    .isTrue();
            assertThat(calendar.at(here.to()).from()).isEqualTo(here.to());
            assertThat(calendar.at(here.from().minusNanos(1)).to()).isEqualTo(here.from());
        }
    }

    private static Calendar calendar(String zone, Reset reset, String startedAt) {
        return Calendar.of(Instant.EPOCH, ZoneId.of(zone), reset, at(startedAt));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static Period period(String from, String to) {
        return new Period(at(from), at(to));
    }
}
