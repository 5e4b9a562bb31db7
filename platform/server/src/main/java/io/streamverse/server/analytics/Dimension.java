package io.streamverse.server.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/// What numbers can be told apart by.
@Schema(name = "AnalyticsDimension")
enum Dimension {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("device")
    DEVICE,
    @JsonProperty("country")
    COUNTRY,
    @JsonProperty("edge")
    EDGE;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
