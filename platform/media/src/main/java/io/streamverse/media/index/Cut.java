package io.streamverse.media.index;

import java.time.Duration;
import java.util.Optional;

/// The segments `[from, to)` of an index, of all its tracks: a clip, an advertisement, a stretch of a channel.
public record Cut(SegmentIndex index, int from, int to) {
    public Cut {
        var grid = index.grid().segments();
        if (from < grid.first() || to > grid.end() || from >= to) {
            throw new IllegalArgumentException(
                    "[%d, %d) is not in [%d, %d)".formatted(from, to, grid.first(), grid.end()));
        }
    }

    public static Cut whole(SegmentIndex index) {
        var grid = index.grid().segments();
        return new Cut(index, grid.first(), grid.end());
    }

    /// A track whose last segments the picture does not have, or that lacks the picture's last, gives what it has.
    public Optional<IndexTrack> track(String id) {
        return index.track(id).map(this::of);
    }

    public int segments() {
        return to - from;
    }

    /// When it begins within its index, and how long it lasts, by the track that all are cut along.
    public Duration begin() {
        return index.grid().time(from);
    }

    public Duration duration() {
        return of(index.grid()).duration();
    }

    private IndexTrack of(IndexTrack track) {
        int first = track.segments().first();
        int end = track.segments().end();
        return track.slice(Math.clamp(from, first, end), Math.clamp(to, first, end));
    }
}
