package io.streamverse.kernel.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How often a failing event is tried, and how long between tries: doubling, at most ten seconds, over at once when the
/// app stops.
record Patience(int attempts, Duration first, CountDownLatch stopped) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    Patience(int attempts, Duration first) {
        this(attempts, first, new CountDownLatch(1));
    }

    void pause(int attempt) {
        var wait = first.multipliedBy(1L << Math.min(attempt, 10));
        var bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        try {
            if (stopped.await(bounded.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stopping();
            }
        } catch (InterruptedException e) {
            throw new Stopping();
        }
    }

    void end() {
        stopped.countDown();
    }

    boolean over() {
        return stopped.getCount() == 0;
    }
}
