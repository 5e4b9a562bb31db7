package io.streamverse.server.drm;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a provider of licences is spoken to.
enum ProviderProtocol {
    @JsonProperty("axinom")
    AXINOM,
    @JsonProperty("widevine")
    WIDEVINE;

    boolean speaks(KeySystem system) {
        return switch (this) {
            case AXINOM -> system != KeySystem.CLEARKEY;
            case WIDEVINE -> system == KeySystem.WIDEVINE;
        };
    }
}
