package io.streamverse.media.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Of pictures. The label is what meters, plans and the public API say.
public enum Codec {
    @JsonProperty("h264")
    H264,
    @JsonProperty("hevc")
    HEVC,
    @JsonProperty("vp9")
    VP9,
    @JsonProperty("av1")
    AV1;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
