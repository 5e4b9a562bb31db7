package io.streamverse.billing.subscriptions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/// A tenant on a plan. Time zone and reset hold from `calendarFrom` on, which is where a period ends.
@MappedEntity(value = "subscription", schema = "billing")
public record Subscription(
        @Id String id,
        String tenantId,
        String plan,
        String currency,
        String country,
        Instant startedAt,
        String timeZone,
        Reset reset,
        Instant calendarFrom,
        @Version int version) {
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
