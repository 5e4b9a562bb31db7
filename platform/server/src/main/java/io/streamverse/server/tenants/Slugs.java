package io.streamverse.server.tenants;

import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import java.util.List;
import java.util.Set;

/// Names in addresses that we use ourselves, or that would read as another tenant's test environment.
final class Slugs {
    private static final Set<String> OURS = Set.of(
            "admin",
            "api",
            "app",
            "assets",
            "auth",
            "billing",
            "cdn",
            "console",
            "docs",
            "edge",
            "help",
            "internal",
            "live",
            "login",
            "mail",
            "media",
            "metrics",
            "operator",
            "origin",
            "static",
            "status",
            "streamverse",
            "support",
            "test",
            "viewer",
            "www");

    private Slugs() {}

    static void demandFree(String slug) {
        if (OURS.contains(slug) || slug.contains("--") || slug.startsWith("xn-")) {
            throw new Rejected(
                    "tenants.slug.reserved",
                    "The slug " + slug + " is reserved",
                    List.of(new FieldError("/slug", "is reserved")));
        }
    }
}
