package io.streamverse.server.tenants;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.streamverse.kernel.tenancy.Environment;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where tenants' services live, who the operator is, and how long a creation may take before it counts as given up.
@ConfigurationProperties("tenants")
record TenantsConfig(
        @Bindable(defaultValue = "localhost") String baseDomain,
        @Bindable(defaultValue = "443") int publicPort,
        String operatorKey,
        @Bindable(defaultValue = "10s") Duration creation) {

    static final String TEST = "--test";
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    /// The host as a client sends it, with the port where it is not the default.
    String host(String slug, Environment environment) {
        var port = publicPort == 443 || publicPort == 80 ? "" : ":" + publicPort;
        return label(slug, environment) + "." + baseDomain + port;
    }

    String label(String slug, Environment environment) {
        return environment == Environment.LIVE ? slug : slug + TEST;
    }

    /// The label in front of our base domain, where the host has one.
    Optional<String> labelOf(String host) {
        var name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        var suffix = "." + baseDomain;
        return name.endsWith(suffix)
                ? Optional.of(name.substring(0, name.length() - suffix.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "TenantsConfig for " + baseDomain;
    }
}
