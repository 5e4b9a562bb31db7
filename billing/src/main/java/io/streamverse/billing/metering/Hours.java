package io.streamverse.billing.metering;

import io.streamverse.billing.subscriptions.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/// The hours, days and months of a tenant's clock, one behind the other without a gap. Where the tenant takes another
/// zone one ends and another begins, so that they are shorter there; where clocks are turned by less than an hour, an
/// hour is. Zones differ, and clocks are turned, by quarters of an hour.
final class Hours {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /// Another zone comes with a period, so a few hours of the old month may be left: they belong to the new one.
    private static final Duration LEFT_OVER = Duration.ofDays(2);
    private final Zones zones;
    private long quarter = Long.MIN_VALUE;
    private Instant start = Instant.MIN;

    Hours(Zones zones) {
        this.zones = zones;
    }

    /// Remembers the last answer: most instants that are asked for lie close together.
    Instant startOf(Instant at) {
        var wanted = number(at);
        if (wanted != quarter) {
            start = begin(at, local -> local.truncatedTo(ChronoUnit.HOURS));
            quarter = wanted;
        }
        return start;
    }

    /// The first start of an hour that is not before it.
    Instant startFrom(Instant at) {
        var next = at;
        while (!startOf(next).equals(next)) {
            next = Instant.ofEpochSecond((number(next) + 1) * QUARTER.toSeconds());
        }
        return next;
    }

    Instant startOfDay(Instant at) {
        return begin(at, local -> local.toLocalDate().atStartOfDay(local.getZone()));
    }

    Instant startOfNextDay(Instant at) {
        var zone = zones.at(at);
        var next = at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        var change = zones.until(at);
        return next.isBefore(change) ? next : change;
    }

    Instant startOfMonth(Instant at) {
        var start = begin(at, local -> local.toLocalDate().withDayOfMonth(1).atStartOfDay(local.getZone()));
        var change = zones.since(at);
        return change.plus(LEFT_OVER).isAfter(start) ? change : start;
    }

    private Instant begin(Instant at, UnaryOperator<ZonedDateTime> begun) {
        var first = begun.apply(at.atZone(zones.at(at))).toInstant();
        var change = zones.since(at);
        return first.isBefore(change) ? change : first;
    }

    private static long number(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), QUARTER.toSeconds());
    }
}
