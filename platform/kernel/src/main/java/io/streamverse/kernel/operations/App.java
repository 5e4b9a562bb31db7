package io.streamverse.kernel.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Which program is asked; the server where not said.")
public enum App {
    @JsonProperty("server")
    SERVER,
    @JsonProperty("billing")
    BILLING
}
