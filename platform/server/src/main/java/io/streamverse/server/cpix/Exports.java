package io.streamverse.server.cpix;

import io.streamverse.kernel.problem.Conflict;
import io.streamverse.server.drm.Drm;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.server.media.Media;
import jakarta.inject.Singleton;

@Singleton
class Exports {
    private final Media media;
    private final Drm drm;
    private final Keyring keyring;

    Exports(Media media, Drm drm, Keyring keyring) {
        this.media = media;
        this.drm = drm;
        this.keyring = keyring;
    }

    String of(String assetId, String recipient) {
        var asset = media.playable(media.get(assetId).id())
                .filter(it -> it.keyId() != null)
                .orElseThrow(() -> new Conflict("drm.asset.not-encrypted", "Nothing of this asset is encrypted yet"));
        return new Export(asset, keyring.ofSet(String.valueOf(asset.keyId()))).to(drm.recipient(recipient));
    }
}
