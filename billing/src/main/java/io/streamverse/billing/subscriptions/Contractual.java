package io.streamverse.billing.subscriptions;

import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Nothing of a contract goes: it says by what terms usage was charged.
@Singleton
class Contractual implements Store {
    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public List<Held> held(TenantId tenant) {
        return List.of();
    }

    @Override
    public void erase(TenantId tenant) {
        // it is kept
    }

    @Override
    public List<Remainder> remains(TenantId tenant, Instant removedAt) {
        return Stream.of("subscription", "subscription_plan", "subscription_calendar")
                .map(it -> Remainder.kept(
                        "billing." + it,
                        "The contract: plan, currency, country and periods; bookkeeping law, no person"))
                .toList();
    }
}
