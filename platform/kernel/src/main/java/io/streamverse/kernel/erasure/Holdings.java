package io.streamverse.kernel.erasure;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;

/// All that another program holds of a tenant, and what it keeps.
@Introspected
public record Holdings(List<Held> held, List<Remainder> remains) {
    public static Holdings of(List<Store> stores, TenantId tenant, Instant now) {
        return new Holdings(
                stores.stream().flatMap(it -> it.held(tenant).stream()).toList(),
                stores.stream().flatMap(it -> it.remains(tenant, now).stream()).toList());
    }
}
