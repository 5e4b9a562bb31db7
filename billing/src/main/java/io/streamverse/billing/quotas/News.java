package io.streamverse.billing.quotas;

import io.micronaut.runtime.event.annotation.EventListener;
import io.streamverse.billing.clock.ClockStepped;
import io.streamverse.billing.metering.Usage;
import io.streamverse.billing.metering.UsageBooked;
import io.streamverse.billing.subscriptions.SubscriptionChanged;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeMap;

/// Notes, in the transaction in which it happens, whose quotas must be counted anew.
@Singleton
class News {
    /// What is reserved before it is used, and so may have been settled by the server already.
    private static final Set<String> RESERVED = Set.of("transcode.gpu", "transcode.cpu", "live.ingest");

    /// What never rests: counted now and then, so that it does not keep billing counting.
    private static final Set<String> CEASELESS = Set.of("api.calls", "webhooks.sent");

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(4);
    private final SpaceRepository spaces;
    private final ToldRepository told;
    private final InstantSource clock;

    News(SpaceRepository spaces, ToldRepository told, InstantSource clock) {
        this.spaces = spaces;
        this.told = told;
        this.clock = clock;
    }

    /// In one order, so that two bookings for several environments never wait for each other.
    @EventListener
    void on(UsageBooked booked) {
        var touched = new TreeMap<String, Boolean>();
        for (var usage : booked.usages()) {
            touched.merge(usage.space().toString(), CEASELESS.contains(usage.meter()), Boolean::logicalAnd);
            if (RESERVED.contains(usage.meter())) {
                told.add(usage.space().toString(), usage.meter(), fact(usage));
            }
        }
        var later = clock.instant().plus(NOW_AND_THEN);
        touched.forEach((space, ceaseless) -> {
            if (ceaseless) {
                spaces.newsBy(space, later);
            } else {
                spaces.news(space);
            }
        });
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
