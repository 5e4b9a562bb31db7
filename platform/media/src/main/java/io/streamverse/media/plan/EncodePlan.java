package io.streamverse.media.plan;

import java.util.List;

/// `durationMs` is the longest track's; every output is as long as the source, no rung is larger than it.
public record EncodePlan(long durationMs, List<VideoTrack> videos, List<AudioTrack> audios, List<Chunk> chunks) {
    private static final long SONG_SEGMENT_US = 4_000_000;

    /// How long every track's segments are, to be said to those who pack them; cut off after whole microseconds, so
    /// that no segment ever begins before it is time for it.
    public long segmentUs() {
        if (videos.isEmpty()) {
            return SONG_SEGMENT_US;
        }
        var track = videos.getFirst();
        var rate = track.frameRate();
        return track.framesPerSegment() * 1_000_000L * rate.denominator() / rate.numerator();
    }
}
