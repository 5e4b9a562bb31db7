package io.streamverse.server.drm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long keys may be used and on which screens. With `offlineUntil` the player may keep the licence until then, and
/// for
/// `playWithin` at most once playing began.
public record LicencePolicy(
        Instant until,
        @Nullable Integer maximumHeight,
        @Nullable Instant offlineUntil,
        @Nullable Duration playWithin) {

    public static LicencePolicy streamed(Instant until, @Nullable Integer maximumHeight) {
        return new LicencePolicy(until, maximumHeight, null, null);
    }

    public static LicencePolicy kept(Instant until, @Nullable Integer maximumHeight, @Nullable Duration playWithin) {
        return new LicencePolicy(until, maximumHeight, until, playWithin);
    }

    boolean isKept() {
        return offlineUntil != null;
    }

    Instant end() {
        return offlineUntil == null ? until : offlineUntil;
    }

    /// None where it is not kept.
    @Nullable
    Duration playWithin(Duration longest) {
        if (!isKept()) {
            return null;
        }
        return playWithin == null || longest.compareTo(playWithin) < 0 ? longest : playWithin;
    }

    LicencePolicy keptAtMostUntil(Instant latest) {
        return offlineUntil == null || offlineUntil.isBefore(latest)
                ? this
                : new LicencePolicy(until, maximumHeight, latest, playWithin);
    }
}
