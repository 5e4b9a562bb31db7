package io.streamverse.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something that is on its way, and no longer than a test may.
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    public static void is(String what, BooleanSupplier condition) {
        within(PATIENCE, what, condition);
    }

    public static void within(Duration patience, String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within %s: %s".formatted(patience, what));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
