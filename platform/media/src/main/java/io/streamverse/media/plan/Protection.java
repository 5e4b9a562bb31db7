package io.streamverse.media.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How the segments of an asset are encrypted. BOTH makes each track twice.
public enum Protection {
    @JsonProperty("none")
    NONE,
    @JsonProperty("cenc")
    CENC,
    @JsonProperty("cbcs")
    CBCS,
    @JsonProperty("both")
    BOTH;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
