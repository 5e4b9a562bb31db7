package io.streamverse.media.index;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;

/// What a track holds.
public sealed interface Content {
    record Picture(int width, int height, FrameRate frameRate, VideoInfo.Range range) implements Content {
        public Picture {
            if (width < 1 || height < 1 || width > 0xffff || height > 0xffff) {
                throw new IllegalArgumentException("No picture is %dx%d".formatted(width, height));
            }
        }
    }

    record Sound(int channels, int sampleRateHz) implements Content {
        public Sound {
            if (channels < 1 || channels > 255 || sampleRateHz < 1) {
                throw new IllegalArgumentException(
                        "No sound has %d channels of %d Hz".formatted(channels, sampleRateHz));
            }
        }
    }

    record Text() implements Content {}
}
