package io.streamverse.billing.metering;

import io.micronaut.runtime.event.annotation.EventListener;
import io.streamverse.billing.subscriptions.ZoneChanged;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.stream.Stream;

/// A tenant takes another zone: what was booked already for the time from then on, an hour ahead or by a test clock, is
/// summed anew by the new zone's hours.
@Singleton
class AnotherZone {
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    private final Accounts accounts;
    private final HourSums hours;
    private final Sums sums;

    AnotherZone(Accounts accounts, HourSums hours, Sums sums) {
        this.accounts = accounts;
        this.hours = hours;
        this.sums = sums;
    }

    @EventListener
    void on(ZoneChanged change) {
        var metered = Stream.of(TenantSpace.live(change.tenant()), TenantSpace.test(change.tenant()))
                .filter(it -> sums.number(it).isPresent())
                .toList();
        accounts.lock(metered).values().forEach(it -> hours.derive(it, change.from(), FOREVER));
    }
}
