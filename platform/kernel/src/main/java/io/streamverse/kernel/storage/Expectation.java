package io.streamverse.kernel.storage;

import org.jspecify.annotations.Nullable;

/// What must be true of a stream for its bytes to be kept.
public record Expectation(
        long atLeast, long atMost, @Nullable Checksum checksum) {
    private static final Expectation ANYTHING = new Expectation(0, Long.MAX_VALUE, null);

    public Expectation {
        if (atLeast < 0 || atMost < atLeast) {
            throw new IllegalArgumentException("No stream has %d to %d bytes".formatted(atLeast, atMost));
        }
    }

    public static Expectation anything() {
        return ANYTHING;
    }

    public static Expectation exactly(long bytes) {
        return new Expectation(bytes, bytes, null);
    }

    public static Expectation atMost(long bytes) {
        return new Expectation(0, bytes, null);
    }

    public Expectation with(Checksum checksum) {
        return new Expectation(atLeast, atMost, checksum);
    }
}
