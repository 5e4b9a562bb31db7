package io.streamverse.testkit.rules.rotten.kernel.tenancy;

public record TenantContext(String tenant) {
    public static String current() {
        return "nobody";
    }
}
