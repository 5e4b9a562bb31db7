package io.streamverse.server.playback;

import io.streamverse.server.manifests.Showing;
import io.streamverse.server.media.PlayableAsset;
import org.jspecify.annotations.Nullable;

/// The situation, and what would be shown: how high at most, of which asset.
record Gathered(
        Situation situation,
        @Nullable Integer maximumHeight,
        @Nullable PlayableAsset asset,
        @Nullable Showing showing) {}
