package io.streamverse.worker.tools;

import java.time.Duration;
import java.util.function.LongConsumer;

/// How long a run keeps processors busy, told in milliseconds bit by bit: a worker may die before the run is over.
final class Expense implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private final Running running;
    private final LongConsumer account;
    private long toldMs;
    private long toldAt = System.nanoTime();

    Expense(Running running, LongConsumer account) {
        this.running = running;
        this.account = account;
    }

    void tellNowAndThen() {
        if (System.nanoTime() - toldAt >= BETWEEN.toNanos()) {
            close();
        }
    }

    /// What is left to tell.
    @Override
    public void close() {
        var ms = running.cpu().toMillis();
        if (ms > toldMs) {
            account.accept(ms - toldMs);
            toldMs = ms;
        }
        toldAt = System.nanoTime();
    }
}
