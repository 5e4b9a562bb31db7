package io.streamverse.media.plan;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.VideoRung;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.source.VideoInfo.Range;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rungs a source is worth: those not larger than it, and one of its own size where the next is too large and the
/// one below much smaller.
final class VideoTracks {
    /// A tenth in each direction is a fifth more to look at.
    private static final double CLEARLY_LARGER = 1.1;

    /// VP9 has ten bits too, but not in our build of its encoder.
    private static final Set<Codec> TEN_BIT = Set.of(Codec.HEVC, Codec.AV1);

    private static final Comparator<VideoRung> BEST_LAST =
            Comparator.comparingInt(VideoRung::height).thenComparingInt(VideoRung::kbps);

    private final VideoInfo source;
    private final Timing timing;
    private final TrackIds ids = new TrackIds();

    private VideoTracks(VideoInfo source, Timing timing) {
        this.source = source;
        this.timing = timing;
    }

    static List<VideoTrack> of(VideoInfo source, List<VideoRung> rungs, Timing timing) {
        var byCodec = new EnumMap<Codec, List<VideoRung>>(Codec.class);
        for (var codec : Codec.values()) {
            byCodec.put(
                    codec,
                    rungs.stream()
                            .filter(it -> it.codec() == codec)
                            .sorted(BEST_LAST)
                            .toList());
        }
        var tracks = new VideoTracks(source, timing);
        return byCodec.values().stream()
                .flatMap(it -> tracks.worth(it).map(tracks::track))
                .toList();
    }

    private Stream<VideoRung> worth(List<VideoRung> rungs) {
        var narrow = Math.min(source.width(), source.height());
        var fitting = rungs.stream().filter(it -> it.height() <= narrow).toList();
        if (fitting.size() == rungs.size()) {
            return rungs.stream();
        }
        var above = rungs.get(fitting.size());
        if (fitting.isEmpty()) {
            return Stream.of(ownSize(narrow, above, above));
        }
        var below = fitting.getLast();
        return narrow < below.height() * CLEARLY_LARGER
                ? fitting.stream()
                : Stream.concat(fitting.stream(), Stream.of(ownSize(narrow, below, above)));
    }

    private static VideoRung ownSize(int narrow, VideoRung below, VideoRung above) {
        return new VideoRung(
                narrow + "p",
                above.codec(),
                narrow,
                between(narrow, below, above, below.kbps(), above.kbps()),
                between(narrow, below, above, below.peakKbps(), above.peakKbps()),
                above.maxFrameRate());
    }

    /// In proportion to the number of pixels.
    private static int between(int narrow, VideoRung below, VideoRung above, int low, int high) {
        var span = square(above.height()) - square(below.height());
        var share = square(narrow) - square(below.height());
        return span == 0 ? low : Math.toIntExact(low + (high - low) * share / span);
    }

    private static long square(int length) {
        return (long) length * length;
    }

    private VideoTrack track(VideoRung rung) {
        var narrow = Math.min(source.width(), source.height());
        var wide = Math.max(source.width(), source.height());
        var narrowOut = even(rung.height());
        var wideOut = Math.min(even(wide), 2 * Math.toIntExact(Math.round((double) narrowOut * wide / narrow / 2)));
        var isUpright = source.height() > source.width();
        var gop = timing.framesPerGopFor(rung);
        return new VideoTrack(
                ids.unique("v-%s-%d".formatted(rung.codec().label(), rung.height())),
                rung.codec(),
                isUpright ? narrowOut : wideOut,
                isUpright ? wideOut : narrowOut,
                timing.rateFor(rung),
                gop,
                gop * (timing.framesPerSegment() / timing.framesPerGop()),
                rung.kbps(),
                rung.peakKbps(),
                isHdr(rung.codec()));
    }

    private boolean isHdr(Codec codec) {
        return source.range() != Range.SDR && source.bitDepth() >= 10 && TEN_BIT.contains(codec);
    }

    private static int even(int length) {
        return Math.max(2, length / 2 * 2);
    }
}
