package io.streamverse.media.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// All tracks of one version of an asset. One that has not `ended` may still grow: a live stream, or an encode that is
/// played while it runs. Nothing of it ever changes but by making another; slices share what they are slices of.
public record SegmentIndex(List<IndexTrack> tracks, boolean ended) {
    public static final int MOST_TRACKS = 1024;

    public SegmentIndex {
        tracks = List.copyOf(tracks);
        if (tracks.size() > MOST_TRACKS) {
            throw new IllegalArgumentException("At most %d tracks".formatted(MOST_TRACKS));
        }
        var ids = new HashSet<String>();
        for (var track : tracks) {
            if (!ids.add(track.id())) {
                throw new IllegalArgumentException("Two tracks are called " + track.id());
            }
        }
    }

    /// The whole of parts that hold other tracks each; ended when all of them are.
    public static SegmentIndex join(List<SegmentIndex> parts) {
        var tracks = new ArrayList<IndexTrack>();
        parts.forEach(part -> tracks.addAll(part.tracks));
        return new SegmentIndex(tracks, parts.stream().allMatch(SegmentIndex::ended));
    }

    public static SegmentIndex read(byte[] bytes) {
        return IndexFile.read(bytes);
    }

    public byte[] bytes() {
        return IndexFile.write(this);
    }

    public Optional<IndexTrack> track(String id) {
        return tracks.stream().filter(track -> track.id().equals(id)).findAny();
    }

    /// The one that others are cut along: the first with a picture, without one the first.
    public IndexTrack grid() {
        return tracks.stream()
                .filter(track -> track.info().content() instanceof Content.Picture)
                .findFirst()
                .orElseGet(tracks::getFirst);
    }

    /// The longest track's.
    public Duration duration() {
        return tracks.stream()
                .map(IndexTrack::duration)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// The same with this track in the place of the one of its name, or behind the others.
    public SegmentIndex with(IndexTrack changed) {
        var all = new ArrayList<>(tracks);
        all.replaceAll(track -> track.id().equals(changed.id()) ? changed : track);
        if (track(changed.id()).isEmpty()) {
            all.add(changed);
        }
        return new SegmentIndex(all, ended);
    }

    public SegmentIndex end() {
        return new SegmentIndex(tracks, true);
    }

    /// All segments that have something of what is on between these times.
    public Cut cut(Duration from, Duration to) {
        var grid = grid();
        var last = to.minusNanos(1);
        return new Cut(this, grid.at(from), Math.max(grid.at(from), grid.at(last)) + 1);
    }
}
