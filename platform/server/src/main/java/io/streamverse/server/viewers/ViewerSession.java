package io.streamverse.server.viewers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A log-in: the viewer's own, or one that the tenant made for an account of its own and then may say what holds. One
/// profile is open in it.
public record ViewerSession(
        String id,
        String viewerId,
        @Nullable String tier,
        @Nullable String territory,
        @Nullable Integer maxStreams,
        Instant endsAt,
        @Nullable String openProfile) {}
