package io.streamverse.server.isolation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/// Code that wants control data and a tenant's data in one transaction.
@Singleton
class Torn {
    @Transactional
    void fromTenantToControl(Inner inner) {
        inner.inControl();
    }

    @Transactional("control")
    void fromControlToTenant(Inner inner) {
        inner.inTenant();
    }

    @Singleton
    static class Inner {
        @Transactional
        void inTenant() {}

        @Transactional("control")
        void inControl() {}
    }
}
