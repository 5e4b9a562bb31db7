package io.streamverse.server.providers;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a provider of licences is spoken to.
public enum ProviderProtocol {
    @JsonProperty("axinom")
    AXINOM,
    @JsonProperty("widevine")
    WIDEVINE;

    public boolean speaks(KeySystem system) {
        return switch (this) {
            case AXINOM -> system != KeySystem.CLEARKEY;
            case WIDEVINE -> system == KeySystem.WIDEVINE;
        };
    }
}
