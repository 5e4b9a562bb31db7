package io.streamverse.server.providers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

public enum KeySystem {
    @JsonProperty("clearkey")
    CLEARKEY,
    @JsonProperty("widevine")
    WIDEVINE,
    @JsonProperty("playready")
    PLAYREADY,
    @JsonProperty("fairplay")
    FAIRPLAY;

    /// Of challenges and licences.
    String contentType() {
        return switch (this) {
            case CLEARKEY -> "application/json";
            case PLAYREADY -> "text/xml; charset=utf-8";
            case WIDEVINE, FAIRPLAY -> "application/octet-stream";
        };
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
