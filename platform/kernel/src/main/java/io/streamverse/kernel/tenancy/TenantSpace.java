package io.streamverse.kernel.tenancy;

/// The unit of isolation: one environment of one tenant. Schema and role bear the same name, made of the id alone.
public record TenantSpace(TenantId tenant, Environment environment) {
    private static final String ROLE_PREFIX = "t_";
    private static final String TEST_SUFFIX = "_test";

    public static TenantSpace live(TenantId tenant) {
        return new TenantSpace(tenant, Environment.LIVE);
    }

    public static TenantSpace test(TenantId tenant) {
        return new TenantSpace(tenant, Environment.TEST);
    }

    public static TenantSpace of(String tenant, String environment) {
        return new TenantSpace(new TenantId(tenant), Environment.of(environment));
    }

    /// What `toString` wrote.
    public static TenantSpace parse(String text) {
        var parts = text.split(":", 2);
        return of(parts[0], parts[1]);
    }

    public String schema() {
        var name = ROLE_PREFIX + tenant.value().substring(TenantId.PREFIX.length() + 1);
        return environment == Environment.LIVE ? name : name + TEST_SUFFIX;
    }

    public String role() {
        return schema();
    }

    /// All its objects lie below this: `<tenant>/<env>/`.
    public String folder() {
        return tenant.value() + "/" + environment.label() + "/";
    }

    @Override
    public String toString() {
        return tenant.value() + ":" + environment.label();
    }
}
