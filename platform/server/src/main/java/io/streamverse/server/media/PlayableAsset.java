package io.streamverse.server.media;

import io.streamverse.media.plan.Protection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version that serves, and the objects that it is made of. Of both pictures and index only the keys. `keyId` is the
/// first of the keys it is encrypted with; which of them opens a track, its index says.
public record PlayableAsset(
        String assetId,
        int version,
        long durationMs,
        Protection protection,
        @Nullable String keyId,
        String indexKey,
        List<CaptionTrack> captions,
        @Nullable String storyboardKey,
        List<String> posterKeys) {}
