package io.streamverse.server.playback;

import io.streamverse.server.delivery.Delivery;
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
    private final Delivery delivery;

    Screens(Media media, Manifests manifests, Delivery delivery) {
        this.media = media;
        this.manifests = manifests;
        this.delivery = delivery;
    }

    record Screen(
            Situation.Fit fit,
            @Nullable PlayableAsset asset,
            @Nullable Showing showing) {}

    Screen look(String assetId, @Nullable Capabilities device, @Nullable Integer maximumHeight) {
        var asset = media.playable(assetId).orElse(null);
        if (asset == null) {
            return new Screen(Situation.Fit.NOT_READY, null, null);
        }
        if (device == null) {
            return new Screen(Situation.Fit.NOT_ASKED, asset, null);
        }
        return manifests
                .showing(asset, device.screening(maximumHeight, delivery.isSteered()))
                .map(showing -> new Screen(Situation.Fit.SHOWN, asset, showing))
                .orElseGet(() -> new Screen(Situation.Fit.NOTHING_FITS, asset, null));
    }
}
