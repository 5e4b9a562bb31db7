package io.streamverse.worker.encode;

import io.streamverse.media.source.VideoInfo;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.util.List;

/// Where a file must be entered so that what is on at a moment can be decoded. One without a list of its keyframes, as
/// a transport stream is, lets FFmpeg in anywhere, and shows nothing until the next keyframe comes.
public record Seek(Tools tools, Desk desk) {
    private static final long NEAREST_US = 1_000_000;
    private static final int FARTHER = 4;

    /// A keyframe at the moment itself will do, however its time was rounded.
    private static final long ROUNDING_US = 1_000;

    /// Options of the input; none where it has to be read from its beginning.
    public List<String> to(long atUs, VideoInfo video, Path file) throws WorkFailure, InterruptedException {
        for (var before = NEAREST_US; atUs - before > video.originUs(); before *= FARTHER) {
            if (seesAKeyframe(atUs - before, atUs + ROUNDING_US, video, file)) {
                return List.of("-seek_timestamp", "1", "-noaccurate_seek", "-ss", Footage.seconds(atUs - before));
            }
        }
        return List.of();
    }

    /// The film's own time, as a filter. Where even the first picture comes later than the moment, it is on already.
    public static String filmTime(long originUs, long atUs) {
        return "setpts='if(N,PTS-%1$s/TB,min(PTS-%1$s/TB,%2$s/TB))'"
                .formatted(Footage.seconds(originUs), Footage.seconds(atUs));
    }

    private boolean seesAKeyframe(long fromUs, long toUs, VideoInfo video, Path file)
            throws WorkFailure, InterruptedException {
        return tools.ffprobe(List.of(
                        "-v",
                        "error",
                        "-select_streams",
                        String.valueOf(video.stream()),
                        "-read_intervals",
                        Footage.seconds(fromUs) + "%" + Footage.seconds(toUs),
                        "-show_entries",
                        "packet=pts_time,flags",
                        "-of",
                        "csv=p=0",
                        Tools.file(file)))
                .at(desk)
                .run()
                .output()
                .lines()
                .map(it -> it.split(","))
                .anyMatch(it -> it.length > 1 && it[1].startsWith("K") && isBy(toUs, it[0]));
    }

    private static boolean isBy(long latestUs, String seconds) {
        return seconds.matches("-?[0-9.]+") && Double.parseDouble(seconds) * 1e6 <= latestUs;
    }
}
