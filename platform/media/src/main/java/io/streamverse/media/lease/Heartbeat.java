package io.streamverse.media.lease;

import org.jspecify.annotations.Nullable;

/// `checkpoint` only where it is new.
public record Heartbeat(
        int attempt,
        double progress,
        DeviceMs deviceMs,
        @Nullable String checkpoint) {}
