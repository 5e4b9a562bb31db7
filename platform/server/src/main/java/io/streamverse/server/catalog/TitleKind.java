package io.streamverse.server.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "What a title is; further kinds will come.")
public enum TitleKind {
    @JsonProperty("movie")
    MOVIE
}
