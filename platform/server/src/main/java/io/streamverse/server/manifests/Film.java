package io.streamverse.server.manifests;

import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.manifest.Programme;
import io.streamverse.media.manifest.Storyboard;
import io.streamverse.media.manifest.Subtitles;
import io.streamverse.server.media.CaptionKind;
import io.streamverse.server.media.PlayableAsset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of an asset with all that its manifests are made of.
record Film(
        PlayableAsset asset, SegmentIndex index, @Nullable Storyboard storyboard) {
    Programme as(Variant variant) {
        return new Programme(
                Choice.tracks(index, variant),
                subtitles(),
                storyboard,
                variant.keyLines(),
                variant.startSeconds(),
                variant.steered());
    }

    private List<Subtitles> subtitles() {
        return asset.captions().stream()
                .map(it -> new Subtitles(it.id(), it.language(), role(it.kind()), it.label()))
                .toList();
    }

    private static Subtitles.Role role(CaptionKind kind) {
        return switch (kind) {
            case SUBTITLES -> Subtitles.Role.SUBTITLES;
            case CAPTIONS -> Subtitles.Role.CAPTIONS;
            case FORCED -> Subtitles.Role.FORCED;
        };
    }
}
