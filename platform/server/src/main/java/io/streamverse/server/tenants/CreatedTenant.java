package io.streamverse.server.tenants;

/// A tenant just made, with the first key of each environment.
record CreatedTenant(Tenant tenant, String liveKey, String testKey) {
    @Override
    public String toString() {
        return tenant.slug();
    }
}
