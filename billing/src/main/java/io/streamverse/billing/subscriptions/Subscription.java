package io.streamverse.billing.subscriptions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

@MappedEntity(value = "subscription", schema = "billing")
@Schema(description = "A tenant on a plan.")
public record Subscription(
        @Id String id,
        String tenantId,
        @Schema(description = "Code of the plan.") String plan,
        String currency,
        String country,
        Instant startedAt,

        @Schema(description = "Where the tenant's days begin, by name of the IANA database.", example = "Europe/Paris")
        String timeZone,

        Reset reset,

        @Schema(description = "Time zone and reset hold from then on: they change where a period ends.")
        Instant calendarFrom,

        @Version @JsonIgnore int version) {
    /// Of a currency that nobody knows, the one that every plan is priced in.
    private static final Currency COMMON = Currency.getInstance("EUR");

    Calendar calendar() {
        return Calendar.of(calendarFrom, ZoneId.of(timeZone), reset, startedAt);
    }

    public Currency money() {
        return Currency.getAvailableCurrencies().stream()
                .filter(it -> it.getCurrencyCode().equals(currency))
                .findFirst()
                .orElse(COMMON);
    }

    Subscription on(SubscriptionPatch wanted, Instant from) {
        return new Subscription(
                id, tenantId, plan, currency, country, startedAt, wanted.timeZone(), wanted.reset(), from, version);
    }
}
