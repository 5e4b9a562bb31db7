package io.streamverse.server.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;

enum WorkerState {
    @JsonProperty("working")
    WORKING,
    @JsonProperty("idle")
    IDLE,
    @JsonProperty("away")
    AWAY
}
