package io.streamverse.server.playback;

import io.streamverse.media.protection.KeyTier;
import io.streamverse.server.delivery.Delivery;
import io.streamverse.server.drm.Drm;
import io.streamverse.server.drm.Keep;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.server.manifests.Manifests;
import io.streamverse.server.manifests.Showing;
import io.streamverse.server.media.Media;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether an asset is there, and what of it a device would show.
@Singleton
class Screens {
    private final Media media;
    private final Manifests manifests;
    private final Delivery delivery;
    private final Keyring keyring;
    private final Drm drm;

    Screens(Media media, Manifests manifests, Delivery delivery, Keyring keyring, Drm drm) {
        this.media = media;
        this.manifests = manifests;
        this.delivery = delivery;
        this.keyring = keyring;
        this.drm = drm;
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
                .showing(asset, device.screening(maximumHeight, delivery.isSteered()))
                .map(showing -> new Screen(Situation.Fit.SHOWN, asset, showing))
                .orElseGet(() -> new Screen(Situation.Fit.NOTHING_FITS, asset, null));
    }

    /// How long a device may keep what is shown to it.
    Keep keep(@Nullable PlayableAsset asset, @Nullable Integer maximumHeight) {
        var keyId = asset == null ? null : asset.keyId();
        var tiers = keyId == null ? Set.<KeyTier>of() : keyring.tiersOf(keyId);
        return drm.keep(tiers.stream()
                .filter(it -> maximumHeight == null || it.within(maximumHeight))
                .collect(Collectors.toSet()));
    }
}
