package io.streamverse.server;

import io.streamverse.kernel.app.App;

/// The server alone, as it runs in production.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        App.named("server")
                .needing(
                        "database.control.url",
                        "database.control.username",
                        "database.control.password",
                        "database.tenants.url",
                        "database.tenants.username",
                        "database.tenants.password",
                        "messaging.bootstrap-servers",
                        "internal-tokens.secret",
                        "tenants.operator-key",
                        "billing.url",
                        "drm.secret",
                        "viewers.secret",
                        "workers.key",
                        "console.secret",
                        "closing.secret")
                .run();
    }
}
