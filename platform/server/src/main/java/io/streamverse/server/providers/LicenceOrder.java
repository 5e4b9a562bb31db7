package io.streamverse.server.providers;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a provider is asked for: a licence until `end`, which is kept where it says how long it lasts once playing
/// began.
public record LicenceOrder(
        KeySystem system,
        ByteBuffer challenge,
        List<KeyGrant> grants,
        Instant end,
        @Nullable Duration playWithin,
        Instant now) {
    byte[] challengeBytes() {
        var bytes = new byte[challenge.remaining()];
        challenge.duplicate().get(bytes);
        return bytes;
    }

    boolean isKept() {
        return playWithin != null;
    }

    long secondsLeft() {
        return Math.max(1, Duration.between(now, end).toSeconds());
    }

    @Override
    public String toString() {
        return "LicenceOrder of " + system;
    }
}
