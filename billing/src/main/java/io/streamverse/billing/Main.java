package io.streamverse.billing;

import io.streamverse.kernel.app.App;

/// Billing alone, as it runs in production.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        App.named("billing").start();
    }
}
