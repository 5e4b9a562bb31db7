package io.streamverse.media.plan;

import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import java.util.List;
import java.util.stream.Stream;

/// Source and ladder in, plan out: pure, and the same for the same source and ladder always, since quote, encode and
/// settlement each ask for it.
public final class Planner {
    private Planner() {}

    public static EncodePlan plan(MediaInfo media, Ladder ladder) {
        var video = media.video();
        var audios = AudioTracks.of(media.audios(), ladder.audio());
        if (video == null) {
            return new EncodePlan(media.durationMs(), List.of(), audios, List.of());
        }
        var durationMs = Math.max(media.durationMs(), shownMs(video));
        var timing = Timing.of(video.frameRate(), ladder.video());
        return new EncodePlan(
                durationMs, VideoTracks.of(video, ladder.video(), timing), audios, Chunks.of(video, timing));
    }

    /// What the plan's tracks come to when all of them are finished, for a quote as for a settlement.
    public static List<SettledOutput> settledOutputs(MediaInfo media, EncodePlan plan) {
        var video = media.video();
        var shownMs = video == null ? 0 : shownMs(video);
        return Stream.concat(
                        plan.videos().stream().map(it -> SettledOutput.of(it, shownMs)),
                        plan.audios().stream().map(it -> SettledOutput.of(it, plan.durationMs())))
                .toList();
    }

    private static long shownMs(VideoInfo video) {
        return video.frameRate().microseconds(video.frames()) / 1000;
    }
}
