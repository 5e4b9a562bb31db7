package io.streamverse.server.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "`playable`: the first renditions are there; `ready`: all of them.")
public enum AssetState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("playable")
    PLAYABLE,
    @JsonProperty("ready")
    READY,
    @JsonProperty("failed")
    FAILED
}
