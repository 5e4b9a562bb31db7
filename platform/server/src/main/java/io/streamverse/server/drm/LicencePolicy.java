package io.streamverse.server.drm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long keys may be used and on which screens. With `offlineUntil` the player may keep the licence until then.
public record LicencePolicy(
        Instant until,
        @Nullable Integer maximumHeight,
        @Nullable Instant offlineUntil) {}
