package io.streamverse.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        description =
                "`active`: it gives its tier; `expired`: its time is over, unless you prolong it; `ended`: taken away.")
enum GrantState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("ended")
    ENDED
}
