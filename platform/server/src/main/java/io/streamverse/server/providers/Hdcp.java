package io.streamverse.server.providers;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The least protection of a cable between player and screen, and its name in each system.
public enum Hdcp {
    @JsonProperty("none")
    NONE("HDCP_NONE", null, 100),
    @JsonProperty("1.0")
    V1("HDCP_V1", "1.0", 270),
    @JsonProperty("2.0")
    V2("HDCP_V2", "2.0", 270),
    @JsonProperty("2.1")
    V2_1("HDCP_V2_1", "2.1", 270),
    @JsonProperty("2.2")
    V2_2("HDCP_V2_2", "2.2", 300);

    private final String widevine;
    private final @Nullable String version;
    private final int playReadyLevel;

    Hdcp(String widevine, @Nullable String version, int playReadyLevel) {
        this.widevine = widevine;
        this.version = version;
        this.playReadyLevel = playReadyLevel;
    }

    String widevine() {
        return widevine;
    }

    @Nullable
    String version() {
        return version;
    }

    /// Of uncompressed digital video, by PlayReady's compliance rules.
    int playReadyLevel() {
        return playReadyLevel;
    }

    boolean isStrict() {
        return this == V2_2;
    }
}
