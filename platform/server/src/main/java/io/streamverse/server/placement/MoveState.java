package io.streamverse.server.placement;

import com.fasterxml.jackson.annotation.JsonProperty;

enum MoveState {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("copying")
    COPYING,
    @JsonProperty("moved")
    MOVED,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
}
