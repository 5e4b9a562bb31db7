package io.streamverse.events.viewers;

import java.time.Instant;

/// Before its time. `by` is logout, revocation, or reuse of a refresh token that was taken.
public record ViewerSessionEnded(String viewerId, String sessionId, String by, Instant at) implements ViewerEvent {}
