package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "AnalyticsTimelineEvent", description = "A moment of a playback, as its player told it.")
record TimelineEvent(
        String id,
        Instant at,
        long seq,
        String type,
        long positionMs,
        @Nullable Long startupMs,
        long stalledMs,
        long watchedMs,
        @Nullable Long bufferMs,
        long kbps,
        long height,
        long droppedFrames,
        String edge,
        String code,
        boolean fatal,
        String reason) {}
