package io.streamverse.server.delivery;

import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.media.index.ByteRange;
import io.streamverse.media.index.Content;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.SegmentIndex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the segments of one version of an asset are.
final class Shelf {
    private static final String INIT = "init.mp4";
    private static final String SEGMENT = ".m4s";
    private static final String I_FRAME = ".i";
    private static final int LONGEST_NUMBER = 9;
    private static final long MILLIS = 1_000;

    private final Map<String, Track> tracks = new HashMap<>();
    private final int weight;

    /// `counts` where its time is what the asset's minutes are counted by: one of picture and sound, not both.
    private record Track(IndexTrack index, ObjectKey media, Optional<Path> file, String contentType, boolean counts) {}

    private Shelf(int weight) {
        this.weight = weight;
    }

    static Shelf of(byte[] bytes, ObjectStore store) {
        var index = SegmentIndex.read(bytes);
        var shelf = new Shelf(bytes.length);
        var counted = index.grid().info().content().getClass();
        for (var track : index.tracks()) {
            var content = track.info().content();
            var media = new ObjectKey(track.info().media());
            var type = content instanceof Content.Picture ? "video/mp4" : "audio/mp4";
            shelf.tracks.put(track.id(), new Track(track, media, store.file(media), type, counted.isInstance(content)));
        }
        return shelf;
    }

    int weight() {
        return weight;
    }

    Optional<Slice> find(String id, String name) {
        var track = tracks.get(id);
        if (track == null) {
            return Optional.empty();
        }
        if (name.equals(INIT)) {
            return Optional.of(slice(track, track.index.info().init(), 0));
        }
        if (!name.endsWith(SEGMENT)) {
            return Optional.empty();
        }
        var stem = name.substring(0, name.length() - SEGMENT.length());
        return stem.endsWith(I_FRAME)
                ? number(track, stem.substring(0, stem.length() - I_FRAME.length()))
                        .map(it -> slice(track, track.index.segments().iFrame(it), 0))
                        .filter(it -> it.range().bytes() > 0)
                : number(track, stem)
                        .map(it ->
                                slice(track, track.index.segments().range(it), track.counts ? millis(track, it) : 0));
    }

    private static Slice slice(Track track, ByteRange range, long millis) {
        return new Slice(track.media, track.file, range, track.contentType, millis);
    }

    /// In the one form that numbers have here: what another form names is another address to caches.
    private static Optional<Integer> number(Track track, String text) {
        if (text.isEmpty()
                || text.length() > LONGEST_NUMBER
                || (text.charAt(0) == '0' && text.length() > 1)
                || !text.chars().allMatch(it -> it >= '0' && it <= '9')) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        var segments = track.index.segments();
        return number >= segments.first() && number < segments.end() ? Optional.of(number) : Optional.empty();
    }

    /// From moment to moment, so that all of a track add up to its length.
    private static long millis(Track track, int number) {
        var segments = track.index.segments();
        long from = segments.time(number);
        return at(track, from + segments.duration(number)) - at(track, from);
    }

    private static long at(Track track, long time) {
        return Math.multiplyExact(time, MILLIS) / track.index.info().timescale();
    }
}
