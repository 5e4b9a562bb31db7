package io.streamverse.server.manifests;

import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class Manifests {
    /// Below `Delivery.folder`: `<variant>/main.m3u8` and `<variant>/main.mpd`.
    public static final String HLS = "main.m3u8";

    public static final String DASH = "main.mpd";

    /// Empty where nothing is left that the device could show.
    public Optional<Showing> showing(PlayableAsset asset, Screening screening) {
        throw new UnsupportedOperationException(asset.assetId() + screening);
    }
}
