package io.streamverse.server.branding;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Whether the service is dark, light, or as the viewer's device is set.")
public enum Appearance {
    @JsonProperty("dark")
    DARK,
    @JsonProperty("light")
    LIGHT,
    @JsonProperty("auto")
    AUTO
}
