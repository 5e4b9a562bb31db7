package io.streamverse.billing.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Where periods end from an instant on: at the start of the day that is whole months away from the first.
record Calendar(Instant from, ZoneId zone, LocalDate first) {
    /// A change of the calendar makes one period shorter or longer; it never makes one of a few hours.
    private static final Duration SHORTEST = Duration.ofDays(15);

    static Calendar of(Instant from, ZoneId zone, Reset reset, Instant startedAt) {
        var first = switch (reset) {
            case CALENDAR -> LocalDate.EPOCH;
            case ANNIVERSARY -> LocalDate.ofInstant(startedAt, zone);
        };
        return new Calendar(from, zone, first);
    }

    Period at(Instant at) {
        var month = monthOf(from.plus(SHORTEST).minusNanos(1)) + 1;
        return at.isBefore(end(month)) ? new Period(from, end(month)) : regular(at);
    }

    private Period regular(Instant at) {
        var month = monthOf(at);
        return new Period(end(month), end(month + 1));
    }

    /// The day alone does not tell: clocks that are set back over midnight bring it twice, short months end before the
    /// 31st.
    private long monthOf(Instant at) {
        var month = ChronoUnit.MONTHS.between(first, LocalDate.ofInstant(at, zone));
        while (end(month).isAfter(at)) {
            month--;
        }
        while (!end(month + 1).isAfter(at)) {
            month++;
        }
        return month;
    }

    private Instant end(long month) {
        return first.plusMonths(month).atStartOfDay(zone).toInstant();
    }
}
