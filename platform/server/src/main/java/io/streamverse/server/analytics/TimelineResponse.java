package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "AnalyticsTimeline", description = "What happened in a playback, in order.")
record TimelineResponse(
        String sessionId,
        String titleId,
        String device,
        String os,
        String browser,
        String player,
        String country,

        @Schema(description = "A pseudonym, the same for the same viewer; empty without consent.")
        String viewer,

        List<TimelineEvent> data) {}
