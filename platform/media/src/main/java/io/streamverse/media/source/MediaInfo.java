package io.streamverse.media.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source as the analysis found it. A film has a picture, a song has none; something must be there to be heard or
/// seen.
public record MediaInfo(
        String container,
        long bytes,
        String sha256,
        long durationMs,
        @Nullable VideoInfo video,
        List<AudioInfo> audios,
        List<CaptionInfo> captions) {
    public MediaInfo with(List<CaptionInfo> others) {
        return new MediaInfo(container, bytes, sha256, durationMs, video, audios, List.copyOf(others));
    }
}
