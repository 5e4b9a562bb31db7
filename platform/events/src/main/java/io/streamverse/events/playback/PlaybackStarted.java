package io.streamverse.events.playback;

import org.jspecify.annotations.Nullable;

/// A viewer may play from now on. `deviceKind` is `web`, `android`, `tv` or `other`.
public record PlaybackStarted(
        String sessionId,
        String titleId,
        String viewerId,
        @Nullable String profileId,
        String assetId,
        int version,
        String deviceKind,
        @Nullable String tier)
        implements PlaybackEvent {}
