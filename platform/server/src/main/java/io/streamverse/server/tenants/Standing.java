package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every request needs to know of its tenant.
record Standing(TenantId id, String slug, @Nullable Suspension suspension, Set<String> allowedOrigins) {
    static Standing of(Tenant tenant) {
        return new Standing(tenant.id(), tenant.slug(), tenant.suspension(), Set.copyOf(tenant.allowedOrigins()));
    }
}
