package io.streamverse.events.playback;

/// `because` is `ended`, `taken-over`, `revoked`, `lost` or `over`.
public record PlaybackEnded(String sessionId, String titleId, String viewerId, String because)
        implements PlaybackEvent {}
