package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;

enum DeviceKind {
    @JsonProperty("web")
    WEB,
    @JsonProperty("android")
    ANDROID,
    @JsonProperty("tv")
    TV,
    @JsonProperty("other")
    OTHER
}
