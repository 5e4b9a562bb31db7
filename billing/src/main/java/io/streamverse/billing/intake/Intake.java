package io.streamverse.billing.intake;

import io.streamverse.billing.metering.Booked;
import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.metering.Usage;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Books what can be booked, and answers for each event in its place.
@Singleton
class Intake {
    private final Metering metering;
    private final Customers customers;

    Intake(Metering metering, Customers customers) {
        this.metering = metering;
        this.customers = customers;
    }

    /// Of meters of the outside world.
    List<UsageResult> fromOutside(List<UsageEventRequest> events) {
        return take(events, metering::bookFromOutside);
    }

    /// Of any meter: what our own parts counted and could not tell.
    List<UsageResult> missed(List<UsageEventRequest> events) {
        return take(events, metering::book);
    }

    private interface Book {
        List<Booked> book(List<Usage> usages);
    }

    private List<UsageResult> take(List<UsageEventRequest> events, Book book) {
        var known = new HashMap<TenantId, Boolean>();
        var usages = events.stream().map(it -> usage(it, known)).toList();
        var booked =
                book.book(usages.stream().flatMap(Optional::stream).toList()).iterator();
        var results = new ArrayList<UsageResult>(events.size());
        for (int i = 0; i < events.size(); i++) {
            results.add(
                    usages.get(i).isPresent()
                            ? UsageResult.of(booked.next())
                            : UsageResult.rejected(events.get(i).id(), "usage.tenant.unknown"));
        }
        return results;
    }

    private Optional<Usage> usage(UsageEventRequest event, Map<TenantId, Boolean> known) {
        return event.usage().filter(it -> known.computeIfAbsent(it.space().tenant(), customers::known));
    }
}
