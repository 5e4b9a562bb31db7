package io.streamverse.server.manifests;

import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class Manifests {
    /// Below `Delivery.folder`: `<variant>/main.m3u8` and `<variant>/main.mpd`.
    public static final String HLS = "main.m3u8";

    public static final String DASH = "main.mpd";
    private final Films films;

    Manifests(Films films) {
        this.films = films;
    }

    /// Empty where nothing is left that the device could show.
    public Optional<Showing> showing(PlayableAsset asset, Screening screening) {
        var index = films.of(asset).index();
        return new Choice(index, screening).variant().map(it -> showing(index, it));
    }

    private static Showing showing(SegmentIndex index, Variant variant) {
        var tracks = Choice.tracks(index, variant).stream().map(IndexTrack::id).toList();
        return new Showing(variant.name(), variant.scheme(), tracks);
    }
}
