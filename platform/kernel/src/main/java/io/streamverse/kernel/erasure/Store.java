package io.streamverse.kernel.erasure;

import io.micronaut.core.order.Ordered;
import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;

/// One place that keeps something of tenants. Its order is that of removal: first whoever writes elsewhere.
///
/// An exception means: not yet, and everything is asked again later. So removing may run any number of times, and goes
/// on where it was cut off.
public interface Store extends Ordered {
    int WRITERS = 100;
    int DATA = 200;

    /// Stands in certificates; never changes.
    String name();

    /// What is there now, without what is empty.
    List<Held> held(TenantId tenant);

    void erase(TenantId tenant);

    /// What is not removed at once, of a tenant removed at this instant.
    default List<Remainder> remains(TenantId tenant, Instant removedAt) {
        return List.of();
    }

    @Override
    default int getOrder() {
        return DATA;
    }
}
