package io.streamverse.testkit.bench;

import java.time.Duration;
import java.util.Arrays;

/// How long each answer took: of very many, the last million.
final class Taken {
    private final long[] nanos = new long[1 << 20];
    private int count;
    private int refused;

    void add(Exchange answered) {
        nanos[count++ % nanos.length] = answered.nanos();
        refused += answered.isRefused() ? 1 : 0;
    }

    Load.Rate rate(long lengthNanos) {
        if (count == 0) {
            throw new IllegalStateException("Nothing was answered");
        }
        var sorted = Arrays.copyOf(nanos, Math.min(count, nanos.length));
        Arrays.sort(sorted);
        return new Load.Rate(
                count * 1e9 / lengthNanos,
                Duration.ofNanos(sorted[sorted.length / 2]),
                Duration.ofNanos(sorted[sorted.length * 99 / 100]),
                refused / (double) count);
    }
}
