package io.streamverse.billing.metering;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The hours of a time zone, one behind the other without a gap. Where clocks are turned by less than an hour, one is
/// shorter or longer. Zones differ, and clocks are turned, by quarters of an hour.
final class Hours {
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private final ZoneId zone;
    private long quarter = Long.MIN_VALUE;
    private Instant start = Instant.MIN;

    Hours(ZoneId zone) {
        this.zone = zone;
    }

    /// Remembers the last answer: most instants that are asked for lie close together.
    Instant startOf(Instant at) {
        var wanted = Math.floorDiv(at.getEpochSecond(), QUARTER);
        if (wanted != quarter) {
            quarter = wanted;
            start = at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        }
        return start;
    }

    /// The first start of an hour that is not before it.
    Instant startFrom(Instant at) {
        var next = at;
        while (!startOf(next).equals(next)) {
            next = Instant.ofEpochSecond((Math.floorDiv(next.getEpochSecond(), QUARTER) + 1) * QUARTER);
        }
        return next;
    }
}
