package io.streamverse.server.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        name = "HomeRailName",
        description =
                "`continue`: begun and not watched to the end. `trending`: played by many of late. `new`: published"
                        + " last. `family`: for all ages. `free`: for everybody who is signed in.")
enum RailName {
    @JsonProperty("continue")
    CONTINUE,
    @JsonProperty("trending")
    TRENDING,
    @JsonProperty("new")
    NEW,
    @JsonProperty("family")
    FAMILY,
    @JsonProperty("free")
    FREE
}
