package io.streamverse.server;

import io.streamverse.kernel.app.App;

/// The server alone, as it runs in production.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        App.named("server").start();
    }
}
