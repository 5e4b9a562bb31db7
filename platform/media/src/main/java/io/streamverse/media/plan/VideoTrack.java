package io.streamverse.media.plan;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.source.FrameRate;

/// One rendition of the picture. `id` is part of addresses: `v-h264-1080`. Sizes are even and exact.
public record VideoTrack(
        String id,
        Codec codec,
        int width,
        int height,
        FrameRate frameRate,
        int framesPerGop,
        int framesPerSegment,
        int kbps,
        int peakKbps,
        boolean hdr) {}
