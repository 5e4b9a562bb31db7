package io.streamverse.worker;

import io.streamverse.kernel.app.App;

/// The worker alone, as it runs in production.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        App.named("worker").needing("worker.server-url", "worker.key").run();
    }
}
