package io.streamverse.billing;

import io.streamverse.kernel.app.App;

/// Billing alone, as it runs in production.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        App.named("billing")
                .needing(
                        "database.control.url",
                        "database.control.username",
                        "database.control.password",
                        "messaging.bootstrap-servers",
                        "internal-tokens.secret")
                .run();
    }
}
