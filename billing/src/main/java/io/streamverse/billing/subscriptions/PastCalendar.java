package io.streamverse.billing.subscriptions;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.ZoneId;

/// The calendar of a subscription before it was changed.
@MappedEntity(value = "subscription_calendar", schema = "billing")
record PastCalendar(String tenantId, Instant calendarFrom, String timeZone, Reset reset) {
    Calendar calendar(Instant startedAt) {
        return Calendar.of(calendarFrom, ZoneId.of(timeZone), reset, startedAt);
    }
}
