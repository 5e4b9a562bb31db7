package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "AnalyticsRetention", description = "How far a title is watched.")
record RetentionResponse(String titleId, Instant from, Instant to, List<RetentionPoint> data) {}
