package io.streamverse.server.drm;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a provider is asked for. `playWithin` is how long a kept licence lasts once playing began.
record LicenceOrder(
        KeySystem system,
        ByteBuffer challenge,
        List<KeyGrant> grants,
        LicencePolicy policy,
        Duration playWithin,
        Instant now) {
    byte[] challengeBytes() {
        var bytes = new byte[challenge.remaining()];
        challenge.duplicate().get(bytes);
        return bytes;
    }

    long secondsLeft() {
        return Math.max(1, Duration.between(now, policy.end()).toSeconds());
    }

    @Override
    public String toString() {
        return "LicenceOrder of " + system;
    }
}
