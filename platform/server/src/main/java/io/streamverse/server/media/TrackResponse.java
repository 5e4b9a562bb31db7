package io.streamverse.server.media;

import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.CaptionInfo;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetTrack", description = "One stream of the file as it came.")
record TrackResponse(
        @Schema(description = "`video`, `audio` or `caption`.")
        String kind,

        String codec,

        @Schema(description = "BCP 47; `und` where the file does not say.") @Nullable
        String language,

        @Nullable Integer width,
        @Nullable Integer height,

        @Schema(description = "Frames per second, exact.", example = "24000/1001") @Nullable
        String frameRate,

        @Nullable Integer channels,

        @Schema(description = "Why viewers do not get these captions.") @Nullable
        String notTaken) {

    static List<TrackResponse> of(MediaInfo media) {
        return Stream.of(
                        Stream.ofNullable(media.video()).map(TrackResponse::of),
                        media.audios().stream().map(TrackResponse::of),
                        media.captions().stream().map(TrackResponse::of))
                .flatMap(it -> it)
                .toList();
    }

    private static TrackResponse of(VideoInfo it) {
        return new TrackResponse(
                "video",
                it.codec(),
                null,
                it.width(),
                it.height(),
                it.frameRate().toString(),
                null,
                null);
    }

    private static TrackResponse of(AudioInfo it) {
        return new TrackResponse("audio", it.codec(), it.language(), null, null, null, it.channels(), null);
    }

    private static TrackResponse of(CaptionInfo it) {
        return new TrackResponse("caption", it.codec(), it.language(), null, null, null, null, it.notTaken());
    }
}
