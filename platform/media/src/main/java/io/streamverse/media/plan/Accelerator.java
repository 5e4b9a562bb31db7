package io.streamverse.media.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What encodes. All chunks of a track are made on one kind, since they share one init segment.
public enum Accelerator {
    CPU,
    GPU;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
