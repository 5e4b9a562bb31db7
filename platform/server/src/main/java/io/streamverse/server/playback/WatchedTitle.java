package io.streamverse.server.playback;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// How far a profile got in a title.
@MappedEntity("playback_position")
public record WatchedTitle(@Id String titleId, long positionMs, long durationMs, Instant watchedAt) {
    private static final long BEGUN_MS = 5_000;
    private static final double OVER = 0.95;

    /// Begun, and not at its end.
    public boolean goesOn() {
        return positionMs >= BEGUN_MS && positionMs < durationMs * OVER;
    }

    /// Where to begin again, in whole seconds.
    public long resumeAtSeconds() {
        return goesOn() ? positionMs / 1_000 : 0;
    }
}
