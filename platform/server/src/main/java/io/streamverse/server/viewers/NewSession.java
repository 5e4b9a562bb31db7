package io.streamverse.server.viewers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A log-in that is about to begin.
record NewSession(
        Origin origin,
        @Nullable String tier,
        @Nullable String territory,
        @Nullable Integer maxStreams,
        Duration life,
        @Nullable String device) {}
