package io.streamverse.server.cpix;

import io.streamverse.kernel.problem.Conflict;
import io.streamverse.server.drm.Drm;
import io.streamverse.server.media.Media;
import jakarta.inject.Singleton;

@Singleton
class Exports {
    private final Media media;
    private final Drm drm;

    Exports(Media media, Drm drm) {
        this.media = media;
        this.drm = drm;
    }

    String of(String assetId, String recipient) {
        var asset = media.playable(media.get(assetId).id())
                .filter(it -> it.keyId() != null)
                .orElseThrow(() -> new Conflict("drm.asset.not-encrypted", "Nothing of this asset is encrypted yet"));
        return new Export(asset, drm.keys(String.valueOf(asset.keyId()))).to(drm.recipient(recipient));
    }
}
