package io.streamverse.billing.subscriptions;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;

@Introspected
@Schema(name = "UpdateSubscription", description = "What may be changed of a subscription; from its next period on.")
record SubscriptionPatch(
        @Schema(description = "By name of the IANA database.", example = "Europe/Paris") @NotNull
        String timeZone,

        @NotNull Reset reset) {

    static SubscriptionPatch of(Subscription subscription) {
        return new SubscriptionPatch(subscription.timeZone(), subscription.reset());
    }

    boolean zoneExists() {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }
}
