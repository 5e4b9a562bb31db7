package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

@Schema(name = "AnalyticsRetentionPoint", description = "Who saw a hundredth of a title.")
record RetentionPoint(
        @Schema(description = "Of the title's length, 0 to 100.")
        int percent,

        long sessions,

        @Schema(description = "Of all playbacks that watched any of it; 0 to 1.")
        BigDecimal share) {}
