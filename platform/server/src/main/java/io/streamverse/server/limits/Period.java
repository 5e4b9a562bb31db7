package io.streamverse.server.limits;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// From an instant until before another, in a zone in which the next period begins on the same day of the month.
record Period(Instant from, Instant to, ZoneId zone, int resetDay) {

    /// The calendar month, until billing says otherwise.
    static Period month(Instant now) {
        var month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        return new Period(
                month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                ZoneOffset.UTC,
                1);
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /// This period, or the one that time has reached meanwhile.
    Period at(Instant now) {
        var period = this;
        while (!now.isBefore(period.to)) {
            period = period.next();
        }
        return period;
    }

    private Period next() {
        var month = YearMonth.from(to.atZone(zone)).plusMonths(1);
        var day = month.atDay(Math.min(resetDay, month.lengthOfMonth()));
        return new Period(to, day.atStartOfDay(zone).toInstant(), zone, resetDay);
    }
}
