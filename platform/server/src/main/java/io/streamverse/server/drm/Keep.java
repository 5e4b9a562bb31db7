package io.streamverse.server.drm;

/// How long licences may be kept on a device: for so many days, 0 where they may not; and for so many hours once
/// playing began.
public record Keep(int days, int playWithinHours) {}
