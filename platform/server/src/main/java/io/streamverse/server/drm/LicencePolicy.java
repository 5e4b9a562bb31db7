package io.streamverse.server.drm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long keys may be used and on which screens. With `offlineUntil` the player may keep the licence until then.
public record LicencePolicy(
        Instant until,
        @Nullable Integer maximumHeight,
        @Nullable Instant offlineUntil) {
    boolean isKept() {
        return offlineUntil != null;
    }

    Instant end() {
        return offlineUntil == null ? until : offlineUntil;
    }

    LicencePolicy keptAtMostUntil(Instant latest) {
        return offlineUntil == null || offlineUntil.isBefore(latest)
                ? this
                : new LicencePolicy(until, maximumHeight, latest);
    }
}
