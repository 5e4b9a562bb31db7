package io.streamverse.media.ladder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Of pictures. The label is what meters, plans and the public API say.
public enum Codec {
    H264,
    HEVC,
    VP9,
    AV1;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
