package io.streamverse.server.media;

import org.jspecify.annotations.Nullable;

/// Captions as a player offers them; the object is WebVTT.
public record CaptionTrack(
        String id,
        String language,
        CaptionKind kind,
        @Nullable String label,
        String objectKey) {}
