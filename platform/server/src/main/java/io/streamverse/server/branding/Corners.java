package io.streamverse.server.branding;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "How round buttons and pictures are.")
public enum Corners {
    @JsonProperty("square")
    SQUARE,
    @JsonProperty("soft")
    SOFT,
    @JsonProperty("round")
    ROUND
}
