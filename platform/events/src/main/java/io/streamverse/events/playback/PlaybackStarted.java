package io.streamverse.events.playback;

import org.jspecify.annotations.Nullable;

/// A viewer may play from now on. `deviceKind` is `web`, `android`, `tv` or `other`. `kept`: the device keeps it, and
/// may play it without asking again.
public record PlaybackStarted(
        String sessionId,
        String titleId,
        String viewerId,
        @Nullable String profileId,
        String assetId,
        int version,
        String deviceKind,
        @Nullable String tier,
        boolean kept)
        implements PlaybackEvent {}
