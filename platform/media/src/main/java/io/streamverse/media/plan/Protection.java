package io.streamverse.media.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How the segments of an asset are encrypted. BOTH makes each track twice.
public enum Protection {
    NONE,
    CENC,
    CBCS,
    BOTH;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
