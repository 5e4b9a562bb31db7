package io.streamverse.server.beacons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlayerEvent", description = "One moment in a player.")
record PlayerEvent(
        @Schema(description = "A UUID. Sent again, it counts once.", example = "0b9c2a52-6f0e-4c07-9d0b-0d1c5a4c8f11")
        String id,

        @Schema(description = "Counts up within the session.")
        long seq,

        @Schema(
                description = "start, firstFrame, playing, pause, seek, stall, resume, bitrate, quality, error,"
                        + " progress, ad or end; others are ignored.",
                example = "progress")
        String type,

        Instant at,

        @Schema(description = "Where in the title.") long positionMs,

        @Nullable PlayerEventData data) {}
