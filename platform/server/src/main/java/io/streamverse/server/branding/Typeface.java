package io.streamverse.server.branding;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A family of letters that every device has.")
public enum Typeface {
    @JsonProperty("sans")
    SANS,
    @JsonProperty("serif")
    SERIF,
    @JsonProperty("rounded")
    ROUNDED,
    @JsonProperty("mono")
    MONO
}
