package io.streamverse.kernel.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Which program is asked.")
public enum App {
    @JsonProperty("server")
    SERVER,
    @JsonProperty("billing")
    BILLING
}
