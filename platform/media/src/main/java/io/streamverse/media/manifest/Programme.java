package io.streamverse.media.manifest;

import io.streamverse.media.index.Content;
import io.streamverse.media.index.IndexTrack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A film as one kind of viewer gets it. Sounds come in the order in which they are offered: the first is played where
/// nobody chose. `steered`: a document beside the manifest says which host to go to next.
public record Programme(
        List<IndexTrack> tracks,
        List<Subtitles> subtitles,
        @Nullable Storyboard storyboard,
        KeyLines keyLines,
        int startSeconds,
        boolean steered) {
    /// The pathway that everything in a manifest is on; those of other hosts are its clones.
    static final String PATHWAY = ".";

    static final String STEERING = "steering.json";
    private static final Comparator<IndexTrack> WORST_FIRST = Comparator.comparingInt(
                    (IndexTrack it) -> height((Content.Picture) it.info().content()))
            .thenComparingLong(IndexTrack::peakBitsPerSecond);

    public Programme {
        tracks = tracks.stream().filter(it -> !it.segments().isEmpty()).toList();
        subtitles = List.copyOf(subtitles);
    }

    /// The narrow side of a picture, whichever way up it is: what ladders and tiers call its height.
    public static int height(Content.Picture picture) {
        return Math.min(picture.width(), picture.height());
    }

    public Optional<IndexTrack> track(String id) {
        return tracks.stream().filter(it -> it.id().equals(id)).findAny();
    }

    List<IndexTrack> pictures() {
        return tracks.stream()
                .filter(it -> it.info().content() instanceof Content.Picture)
                .sorted(WORST_FIRST)
                .toList();
    }

    List<IndexTrack> sounds() {
        return tracks.stream()
                .filter(it -> it.info().content() instanceof Content.Sound)
                .toList();
    }

    /// The longest track's.
    Duration duration() {
        return tracks.stream()
                .map(IndexTrack::duration)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// When the film begins on the clock of its tracks, which is 0 but for a stretch of a longer one.
    Duration begin() {
        return Stream.concat(pictures().stream(), tracks.stream())
                .map(it -> it.time(it.segments().first()))
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
