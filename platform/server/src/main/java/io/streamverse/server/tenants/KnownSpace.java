package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;

@Introspected
record KnownSpace(TenantId tenantId, String environment) {
    TenantSpace space() {
        return new TenantSpace(tenantId, Environment.of(environment));
    }
}
