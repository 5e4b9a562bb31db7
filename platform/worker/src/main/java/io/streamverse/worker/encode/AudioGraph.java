package io.streamverse.worker.encode;

import io.streamverse.media.source.AudioInfo.Loudness;
import io.streamverse.media.work.Work;
import java.util.Locale;

/// From a source's sound to that of a rendition, as FFmpeg's filters. Holes are filled and what comes before moment 0
/// is left out, so that sound stays with the picture.
final class AudioGraph {
    static final int RATE = 48_000;

    /// What the large music and video services play at, so that a viewer who comes from there need not reach for the
    /// volume. Television's -23 (EBU R 128) would be 7 LU quieter than the app beside it.
    private static final double TARGET_LUFS = -16;

    /// Lossy encoding overshoots by about half a decibel, and the limit of those services is -1.
    private static final double TARGET_PEAK_DB = -1.5;

    private static final double MOST_HELD_BACK_DB = 6;

    /// Sees samples, not what is between them, hence half a decibel below the target.
    private static final String LIMITER = ",alimiter=limit=-2dB:attack=5:release=50:level=disabled:latency=1";

    /// A track this quiet has nothing to say, and its noise should not be brought up.
    private static final double SILENCE_LUFS = -60;

    /// The first frame of an AAC encoder is a running-in that decoders do play. Sound that begins this much later is in
    /// its place again without an edit list, at the cost of the film's first 21 ms.
    private static final int PRIMING = 1024;

    private final Work.EncodeAudio work;

    AudioGraph(Work.EncodeAudio work) {
        this.work = work;
    }

    static long samplesIn(long milliseconds) {
        return milliseconds * RATE / 1000;
    }

    /// One channel put on two loudspeakers is as loud as before.
    boolean isAsAnalysed() {
        var channels = work.track().source().channels();
        return channels == work.track().channels() || channels == 1;
    }

    String measured() {
        return mixed() + ",ebur128=peak=true:framelog=quiet[out]";
    }

    String encoded(Loudness loudness) {
        return "%s%s,apad,atrim=start_sample=%d:end_sample=%d,asetpts=N/SR/TB[out]"
                .formatted(mixed(), normalised(loudness), PRIMING, samplesIn(work.durationMs()));
    }

    private String mixed() {
        return "[0:%d]asetpts=PTS-%s/TB,aresample=%d:async=1:first_pts=0,%s"
                .formatted(work.track().source().stream(), Footage.seconds(work.originUs()), RATE, layout());
    }

    private String layout() {
        var name = switch (work.track().channels()) {
            case 1 -> "mono";
            case 2 -> "stereo";
            default -> "5.1";
        };
        return "aformat=sample_rates=%d:channel_layouts=%s".formatted(RATE, name);
    }

    /// One gain for the whole film. Where its peaks leave no room for all of it they are held back, by little enough
    /// that nobody hears it; a film that would need more stays quieter.
    private static String normalised(Loudness loudness) {
        if (loudness.integratedLufs() < SILENCE_LUFS) {
            return "";
        }
        var room = TARGET_PEAK_DB - loudness.truePeakDb();
        var gain = Math.min(TARGET_LUFS - loudness.integratedLufs(), room + MOST_HELD_BACK_DB);
        var volume = String.format(Locale.ROOT, ",volume=%.2fdB", gain);
        return gain <= room ? volume : volume + LIMITER;
    }
}
