package io.streamverse.billing.quotas;

import io.micronaut.runtime.event.annotation.EventListener;
import io.streamverse.billing.clock.ClockStepped;
import io.streamverse.billing.metering.Usage;
import io.streamverse.billing.metering.UsageBooked;
import io.streamverse.billing.subscriptions.SubscriptionChanged;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;

/// Notes, in the transaction in which it happens, whose quotas must be counted anew.
@Singleton
class News {
    /// What is reserved before it is used, and so may have been settled by the server already.
    private static final Set<String> RESERVED = Set.of("transcode.gpu", "transcode.cpu", "live.ingest");

    private final SpaceRepository spaces;
    private final ToldRepository told;

    News(SpaceRepository spaces, ToldRepository told) {
        this.spaces = spaces;
        this.told = told;
    }

    /// In one order, so that two bookings for several environments never wait for each other.
    @EventListener
    void on(UsageBooked booked) {
        var touched = new TreeSet<String>();
        for (var usage : booked.usages()) {
            touched.add(usage.space().toString());
            if (RESERVED.contains(usage.meter())) {
                told.add(usage.space().toString(), usage.meter(), fact(usage));
            }
        }
        touched.forEach(spaces::news);
    }

    @EventListener
    void on(SubscriptionChanged changed) {
        spaces.news(TenantSpace.live(changed.tenant()).toString());
        spaces.news(TenantSpace.test(changed.tenant()).toString());
    }

    @EventListener
    void on(ClockStepped step) {
        spaces.news(step.space().toString());
    }

    /// Entries that one fact is split into have its natural id before their last slash.
    private static String fact(Usage usage) {
        return usage.id().replaceFirst("/[^/]*$", "");
    }
}
