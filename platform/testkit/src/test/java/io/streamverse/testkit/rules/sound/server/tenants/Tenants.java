package io.streamverse.testkit.rules.sound.server.tenants;

import io.streamverse.testkit.rules.sound.kernel.tenancy.TenantContext;

public class Tenants {
    Tenants() {}

    public TenantContext create(String name) {
        return new TenantContext(name);
    }
}
