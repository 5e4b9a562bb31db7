package io.streamverse.billing.metering;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/// The hours of a tenant's clock, one behind the other without a gap. Where clocks are turned by less than an hour, or
/// the tenant takes another zone, one is shorter or longer. Zones differ, and clocks are turned, by quarters of an
/// hour.
final class Hours {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private final Function<Instant, ZoneId> zones;
    private long quarter = Long.MIN_VALUE;
    private Instant start = Instant.MIN;

    /// `zones` knows the tenant's zone at an instant.
    Hours(Function<Instant, ZoneId> zones) {
        this.zones = zones;
    }

    /// Remembers the last answer: most instants that are asked for lie close together.
    Instant startOf(Instant at) {
        var wanted = number(at);
        if (wanted != quarter) {
            start = find(at);
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
        var zone = zones.apply(at);
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    Instant startOfNextDay(Instant at) {
        var zone = zones.apply(at);
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    Instant startOfMonth(Instant at) {
        var zone = zones.apply(at);
        return at.atZone(zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /// An hour begins no earlier than its zone.
    private Instant find(Instant at) {
        var zone = zones.apply(at);
        var first = at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        while (!zones.apply(first).equals(zone)) {
            first = first.plus(QUARTER);
        }
        return first;
    }

    private static long number(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), QUARTER.toSeconds());
    }
}
