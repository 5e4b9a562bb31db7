package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamverse.server.providers.KeySystem;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "KeySystem")
enum KeySystemName {
    @JsonProperty("clearkey")
    CLEARKEY(KeySystem.CLEARKEY),
    @JsonProperty("widevine")
    WIDEVINE(KeySystem.WIDEVINE),
    @JsonProperty("playready")
    PLAYREADY(KeySystem.PLAYREADY),
    @JsonProperty("fairplay")
    FAIRPLAY(KeySystem.FAIRPLAY);

    private final KeySystem system;

    KeySystemName(KeySystem system) {
        this.system = system;
    }

    KeySystem system() {
        return system;
    }
}
