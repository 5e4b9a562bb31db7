package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.kernel.tenancy.TenantSpaces;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class KnownSpaces implements TenantSpaces {
    private final SpaceRepository spaces;

    KnownSpaces(SpaceRepository spaces) {
        this.spaces = spaces;
    }

    @Override
    public List<TenantSpace> all() {
        return spaces.all().stream().map(KnownSpace::space).toList();
    }
}
