package io.streamverse.billing.subscriptions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A tenant's time zones, each from an instant on; the first since ever.
public record Zones(NavigableMap<Instant, ZoneId> from) {
    /// Until there is a subscription.
    public static final Zones UTC = of(List.of());

    /// In rising order of when they hold from.
    static Zones of(List<PastCalendar> calendars) {
        var from = new TreeMap<Instant, ZoneId>();
        from.put(
                Instant.MIN,
                calendars.isEmpty()
                        ? ZoneOffset.UTC
                        : ZoneId.of(calendars.getFirst().timeZone()));
        for (var calendar : calendars) {
            var zone = ZoneId.of(calendar.timeZone());
            if (!zone.equals(from.lastEntry().getValue())) {
                from.put(calendar.calendarFrom(), zone);
            }
        }
        return new Zones(from);
    }

    public ZoneId at(Instant at) {
        return from.floorEntry(at).getValue();
    }

    public Instant since(Instant at) {
        return from.floorKey(at);
    }

    /// Until before this, the zone holds.
    public Instant until(Instant at) {
        var next = from.higherKey(at);
        return next == null ? Instant.MAX : next;
    }
}
