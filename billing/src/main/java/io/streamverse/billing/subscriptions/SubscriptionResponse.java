package io.streamverse.billing.subscriptions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(name = "Subscription", description = "A tenant on a plan.")
record SubscriptionResponse(
        String id,
        String tenantId,
        @Schema(description = "Code of the plan.") String plan,
        String currency,
        String country,
        Instant startedAt,

        @Schema(description = "Where the tenant's days begin, by name of the IANA database.", example = "Europe/Paris")
        String timeZone,

        Reset reset,

        @Schema(description = "Since or from when time zone and reset hold. They change where a period ends.")
        Instant appliesFrom) {

    static SubscriptionResponse of(Subscription subscription) {
        var appliesFrom = subscription.calendarFrom().isBefore(subscription.startedAt())
                ? subscription.startedAt()
                : subscription.calendarFrom();
        return new SubscriptionResponse(
                subscription.id(),
                subscription.tenantId(),
                subscription.plan(),
                subscription.currency(),
                subscription.country(),
                subscription.startedAt(),
                subscription.timeZone(),
                subscription.reset(),
                appliesFrom);
    }
}
