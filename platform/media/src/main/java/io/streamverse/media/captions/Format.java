package io.streamverse.media.captions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

public enum Format {
    VTT,
    SRT;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
