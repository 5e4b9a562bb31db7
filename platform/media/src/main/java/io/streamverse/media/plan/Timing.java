package io.streamverse.media.plan;

import io.streamverse.media.ladder.VideoRung;
import io.streamverse.media.source.FrameRate;
import java.util.List;

/// Frames of the source in a group of pictures and in a segment. Every rung's groups last as long as every other's, so
/// the rung whose rate is halved most often decides, and the source's group is a multiple of its.
record Timing(FrameRate frameRate, int framesPerGop) {
    private static final int GOP_SECONDS = 2;
    private static final int GOPS_PER_SEGMENT = 2;

    static Timing of(FrameRate rate, List<VideoRung> rungs) {
        var slowest = rungs.stream().mapToInt(it -> halvings(rate, it)).max().orElse(0);
        var atSlowest = Math.toIntExact(halved(rate, slowest).framesIn(GOP_SECONDS));
        return new Timing(rate, Math.max(1, atSlowest) << slowest);
    }

    int framesPerSegment() {
        return framesPerGop * GOPS_PER_SEGMENT;
    }

    FrameRate rateFor(VideoRung rung) {
        return halved(frameRate, halvings(frameRate, rung));
    }

    int framesPerGopFor(VideoRung rung) {
        return framesPerGop >> halvings(frameRate, rung);
    }

    private static int halvings(FrameRate rate, VideoRung rung) {
        var count = 0;
        while (halved(rate, count).perSecond() > rung.maxFrameRate()) {
            count++;
        }
        return count;
    }

    private static FrameRate halved(FrameRate rate, int times) {
        var odd = rate.numerator();
        var left = times;
        while (left > 0 && odd % 2 == 0) {
            odd /= 2;
            left--;
        }
        return new FrameRate(odd, rate.denominator() << left);
    }
}
