package io.streamverse.kernel.messaging;

import java.time.Duration;

/// How often a failing event is tried, and how long between tries: doubling, at most ten seconds.
record Patience(int attempts, Duration first) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    void pause(int attempt) throws InterruptedException {
        var wait = first.multipliedBy(1L << Math.min(attempt, 10));
        Thread.sleep(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
