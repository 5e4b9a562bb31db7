package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "AnalyticsErrorCount", description = "How often players met an error.")
record ErrorCount(
        @Schema(description = "As the player numbers them.") String code,
        long errors,
        long fatalErrors,

        @Schema(description = "Playbacks that met it.") long sessions) {}
