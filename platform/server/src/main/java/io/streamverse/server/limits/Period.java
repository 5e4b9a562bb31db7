package io.streamverse.server.limits;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/// From an instant until before another, and when the periods behind it end: they begin without billing's help.
record Period(Instant from, Instant to, List<Instant> laterEnds) {
    private static final int A_YEAR = 12;

    /// The calendar month, until billing says otherwise.
    static Period month(Instant now) {
        var month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        return new Period(
                begin(month),
                begin(month.plusMonths(1)),
                IntStream.rangeClosed(2, A_YEAR)
                        .mapToObj(later -> begin(month.plusMonths(later)))
                        .toList());
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /// This period, or the one that time has reached meanwhile. Behind the last end that billing told, months follow:
    /// an allowance is whole again some day, however long billing is silent.
    Period at(Instant now) {
        var period = this;
        while (!now.isBefore(period.to)) {
            var ends = period.laterEnds.isEmpty() ? List.of(monthAfter(period.to)) : period.laterEnds;
            period = new Period(period.to, ends.getFirst(), ends.subList(1, ends.size()));
        }
        return period;
    }

    private static Instant monthAfter(Instant end) {
        return end.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
