package io.streamverse.media.plan;

import io.streamverse.media.ladder.AudioRung;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.VideoRung;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.AudioInfo.Loudness;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.source.VideoInfo.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Sources {
    static final FrameRate PAL = new FrameRate(25, 1);

    private static final List<AudioRung> SOUNDS =
            List.of(new AudioRung("64k", 64, 2), new AudioRung("128k", 128, 2), new AudioRung("surround", 384, 6));

    private Sources() {}

    static Ladder ladder(Codec codec) {
        return new Ladder(
                List.of(
                        new VideoRung("360p", codec, 360, 400, 500, 30),
                        new VideoRung("720p", codec, 720, 2_000, 2_600, 60),
                        new VideoRung("1080p", codec, 1080, 5_000, 6_500, 60)),
                SOUNDS);
    }

    static MediaInfo film(int width, int height, FrameRate rate, long frames, AudioInfo... audios) {
        return film(video(width, height, rate, frames, Range.SDR, 8), audios);
    }

    static MediaInfo film(VideoInfo video, AudioInfo... audios) {
        return new MediaInfo("mp4", 1, "", 0, video, List.of(audios), List.of());
    }

    static MediaInfo song(long durationMs, AudioInfo... audios) {
        @Nullable VideoInfo silent = null;
        return new MediaInfo("mp4", 1, "", durationMs, silent, List.of(audios), List.of());
    }

    static VideoInfo video(int width, int height, FrameRate rate, long frames, Range range, int bits) {
        return new VideoInfo(0, "h264", width, height, rate, false, frames, 0, range, false, bits);
    }

    static AudioInfo sound(String language, int channels, boolean isDefault) {
        return new AudioInfo(1, "aac", channels, 48_000, language, isDefault, new Loudness(-23, -3, 7, -33));
    }
}
