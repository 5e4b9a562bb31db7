package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "AnalyticsErrors", description = "Errors of a span of time, the most frequent first.")
record ErrorsResponse(Instant from, Instant to, List<ErrorCount> data) {}
