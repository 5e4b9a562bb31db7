package io.streamverse.server.playback;

import io.streamverse.server.manifests.Manifests;
import io.streamverse.server.manifests.Showing;
import io.streamverse.server.media.Media;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Whether an asset is there, and what of it a device would show.
@Singleton
class Screens {
    private final Media media;
    private final Manifests manifests;

    Screens(Media media, Manifests manifests) {
        this.media = media;
        this.manifests = manifests;
    }

    record Screen(
            Situation.Fit fit,
            @Nullable PlayableAsset asset,
            @Nullable Showing showing) {}

    Screen look(String assetId, @Nullable Capabilities device, @Nullable Integer maximumHeight) {
        var asset = media.watchable(assetId).orElse(null);
        if (asset == null) {
            return new Screen(Situation.Fit.NOT_READY, null, null);
        }
        if (device == null) {
            return new Screen(Situation.Fit.NOT_ASKED, asset, null);
        }
        return manifests
                .showing(asset, device.screening(maximumHeight))
                .map(showing -> new Screen(Situation.Fit.SHOWN, asset, showing))
                .orElseGet(() -> new Screen(Situation.Fit.NOTHING_FITS, asset, null));
    }
}
