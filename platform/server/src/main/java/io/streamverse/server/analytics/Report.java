package io.streamverse.server.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/// What may be had as CSV.
@Schema(name = "AnalyticsReportKind")
enum Report {
    @JsonProperty("timeseries")
    TIMESERIES,
    @JsonProperty("breakdown")
    BREAKDOWN,
    @JsonProperty("errors")
    ERRORS
}
