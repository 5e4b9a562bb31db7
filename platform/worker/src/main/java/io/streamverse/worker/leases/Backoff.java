package io.streamverse.worker.leases;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Tries again what a server that is away could not answer: later and later, and not all workers at once.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private Duration pause = FIRST;

    interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    /// Throws the last failure where time is over.
    static <T> T within(Duration patience, Call<T> call) throws IOException, InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        var backoff = new Backoff();
        while (true) {
            try {
                return call.make();
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            } catch (Refused e) {
                if (!e.isPassing() || System.nanoTime() > until) {
                    throw e;
                }
            }
            backoff.pause();
        }
    }

    void pause() throws InterruptedException {
        var half = pause.toMillis() / 2;
        Thread.sleep(Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1)));
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }
}
