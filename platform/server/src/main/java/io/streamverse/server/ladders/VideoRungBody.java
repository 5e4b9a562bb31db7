package io.streamverse.server.ladders;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.VideoRung;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Introspected
@Schema(name = "VideoRung", description = "One rendition of the picture. None is made larger than its source.")
record VideoRungBody(
        @Schema(description = "Unique among the rungs; a-z, 0-9 and -.", example = "1080p") @NotNull
        String name,

        @NotNull Codec codec,

        @Schema(description = "Of a wide picture, even, 144 to 4320; an upright one has it as its width.")
        int height,

        @Schema(description = "On average, 50 to 100000; more than the codec's rung before it.")
        int kbps,

        @Schema(description = "Never passed by more than a second's buffer; at most twice the average.")
        int peakKbps,

        @Schema(description = "10 to 120; a source with more frames a second loses some.")
        int maxFrameRate) {

    static VideoRungBody of(VideoRung rung) {
        return new VideoRungBody(
                rung.name(), rung.codec(), rung.height(), rung.kbps(), rung.peakKbps(), rung.maxFrameRate());
    }

    VideoRung rung() {
        return new VideoRung(name, codec, height, kbps, peakKbps, maxFrameRate);
    }
}
