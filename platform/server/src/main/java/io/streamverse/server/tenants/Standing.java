package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every request needs to know of its tenant.
record Standing(
        TenantId id,
        String slug,
        @Nullable Suspension suspension,
        @Nullable Closure closure,
        Set<String> allowedOrigins) {
    static Standing of(Tenant tenant) {
        return new Standing(
                tenant.id(), tenant.slug(), tenant.suspension(), tenant.closure(), Set.copyOf(tenant.allowedOrigins()));
    }

    boolean isOver(Instant now) {
        return closure != null && closure.isOver(now);
    }

    boolean stopsPlayback(Instant now) {
        return isOver(now) || (suspension != null && suspension.stopsPlayback(now));
    }
}
