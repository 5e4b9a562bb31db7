package io.streamverse.media.plan;

import io.streamverse.media.source.VideoInfo;
import java.util.ArrayList;
import java.util.List;

/// Cuts a film into stretches of 20 to 28 s: long enough that starting costs little, short enough that little is lost.
/// They are as equal as whole segments allow, so that none is left over.
final class Chunks {
    private static final int SEGMENTS = 6;
    private static final int WHOLE_BELOW_SECONDS = 60;

    private Chunks() {}

    static List<Chunk> of(VideoInfo video, Timing timing) {
        var frames = video.frames();
        if (frames < timing.frameRate().framesIn(WHOLE_BELOW_SECONDS)) {
            return List.of(new Chunk(0, 0, frames));
        }
        var segments = Math.ceilDiv(frames, timing.framesPerSegment());
        var count = Math.max(1, (segments + SEGMENTS / 2) / SEGMENTS);
        var chunks = new ArrayList<Chunk>();
        for (int number = 0; number < count; number++) {
            var first = segments * number / count * timing.framesPerSegment();
            var end = Math.min(frames, segments * (number + 1) / count * timing.framesPerSegment());
            chunks.add(new Chunk(number, first, end - first));
        }
        return List.copyOf(chunks);
    }
}
