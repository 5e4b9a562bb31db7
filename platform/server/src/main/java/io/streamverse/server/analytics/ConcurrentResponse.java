package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "AnalyticsConcurrent", description = "How many watch now.")
record ConcurrentResponse(
        Instant at,

        @Schema(description = "Playbacks heard of in the last 45 seconds that have not ended.")
        long sessions,

        @Schema(description = "The most watched ones first, at most 50.")
        List<TitleViewers> titles) {}
