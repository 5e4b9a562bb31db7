package io.streamverse.server.manifests;

import io.streamverse.media.index.Content;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.manifest.Codecs;
import io.streamverse.media.manifest.Programme;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of a film a screening gets.
final class Choice {
    private static final Set<String> EVERY_DEVICE = Set.of("h264");
    private final SegmentIndex index;
    private final Screening screening;
    private final Habits habits;

    Choice(SegmentIndex index, Screening screening) {
        this.index = index;
        this.screening = screening;
        this.habits = Habits.of(screening.player());
    }

    Optional<Variant> variant() {
        return habits.schemes(screening.keySystems()).stream()
                .filter(it -> index.tracks().stream().anyMatch(track -> schemeOf(track) == it))
                .findFirst()
                .flatMap(this::variant);
    }

    private Optional<Variant> variant(Scheme scheme) {
        var pictures = index.tracks().stream()
                .filter(it -> isPicture(it) && schemeOf(it) == scheme)
                .toList();
        if (pictures.isEmpty()) {
            return Optional.of(variant(List.of(Variant.SOUND), 0, scheme));
        }
        var allowed = pictures.stream().filter(this::isAllowed).toList();
        if (allowed.isEmpty()) {
            return Optional.empty();
        }
        var families = habits.picksCodec() ? familiesOf(allowed) : List.of(bestOf(allowed));
        var height = allowed.stream()
                .filter(it -> families.contains(Codecs.family(it)))
                .mapToInt(Choice::height)
                .max()
                .orElseThrow();
        return Optional.of(variant(families, height, scheme));
    }

    private Variant variant(List<String> families, int height, Scheme scheme) {
        var start = habits.startsByManifest() ? Math.clamp(screening.startSeconds(), 0, Variant.LATEST_START) : 0;
        return new Variant(
                families,
                height,
                scheme,
                habits.keyLines(scheme, screening.keySystems()),
                start,
                screening.steered() && habits.steers());
    }

    /// A device that names no codec is taken to know the one that every device knows.
    private boolean isAllowed(IndexTrack picture) {
        var codecs = screening.codecs().isEmpty() ? EVERY_DEVICE : screening.codecs();
        var most = screening.maximumHeight();
        return Variant.FAMILIES.contains(Codecs.family(picture))
                && codecs.contains(Codecs.family(picture))
                && (most == null || height(picture) <= most);
    }

    private static List<String> familiesOf(List<IndexTrack> pictures) {
        return Variant.FAMILIES.stream()
                .filter(family ->
                        pictures.stream().anyMatch(it -> Codecs.family(it).equals(family)))
                .toList();
    }

    /// The one with the greatest picture; of several the one that most devices know where nothing is known of the
    /// player, else the one that needs the fewest bits.
    private String bestOf(List<IndexTrack> pictures) {
        var known = screening.player() == Player.OTHER ? -1 : 1;
        return pictures.stream()
                .max(Comparator.comparingInt(Choice::height)
                        .thenComparingInt(it -> known * Variant.FAMILIES.indexOf(Codecs.family(it))))
                .map(Codecs::family)
                .orElseThrow();
    }

    /// In the order of the index.
    static List<IndexTrack> tracks(SegmentIndex index, Variant variant) {
        return index.tracks().stream()
                .filter(it -> schemeOf(it) == variant.scheme())
                .filter(it -> switch (it.info().content()) {
                    case Content.Picture _ ->
                        variant.families().contains(Codecs.family(it)) && height(it) <= variant.height();
                    case Content.Sound _ -> true;
                    case Content.Text _ -> false;
                })
                .toList();
    }

    /// Whether `variant` could have come of this film: nothing has two addresses.
    static boolean fits(SegmentIndex index, Variant variant) {
        var tracks = tracks(index, variant);
        var pictures = tracks.stream().filter(Choice::isPicture).toList();
        if (pictures.isEmpty()) {
            return variant.height() == 0
                    && !tracks.isEmpty()
                    && index.tracks().stream().noneMatch(it -> isPicture(it) && schemeOf(it) == variant.scheme());
        }
        return familiesOf(pictures).equals(variant.families())
                && pictures.stream().mapToInt(Choice::height).max().orElseThrow() == variant.height();
    }

    private static boolean isPicture(IndexTrack track) {
        return track.info().content() instanceof Content.Picture;
    }

    private static int height(IndexTrack picture) {
        return Programme.height((Content.Picture) picture.info().content());
    }

    private static Scheme schemeOf(IndexTrack track) {
        return track.info().encryption().scheme();
    }
}
