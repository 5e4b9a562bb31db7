package io.streamverse.testkit.rules.sound.kernel.tenancy;

public record TenantContext(String tenant) {
    public static String current() {
        return "nobody";
    }
}
