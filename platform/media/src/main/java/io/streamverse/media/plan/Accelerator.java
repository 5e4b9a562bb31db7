package io.streamverse.media.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What encodes. All chunks of a track are made on one kind, since they share one init segment.
public enum Accelerator {
    @JsonProperty("cpu")
    CPU,
    @JsonProperty("gpu")
    GPU;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
