package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.kernel.tenancy.TenantSpaces;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class KnownSpaces implements TenantSpaces {
    private final TenantRepository tenants;

    KnownSpaces(TenantRepository tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<TenantSpace> all() {
        return tenants.spaces().stream().map(KnownSpace::space).toList();
    }
}
