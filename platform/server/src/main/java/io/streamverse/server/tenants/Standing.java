package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// What every request needs to know of its tenant.
record Standing(TenantId id, String slug, @Nullable Suspension suspension) {
    static Standing of(Tenant tenant) {
        return new Standing(tenant.id(), tenant.slug(), tenant.suspension());
    }
}
