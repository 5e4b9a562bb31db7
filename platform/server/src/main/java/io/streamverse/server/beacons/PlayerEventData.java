package io.streamverse.server.beacons;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlayerEventData", description = "What belongs to the type of the event; the rest is left out.")
record PlayerEventData(
        @Schema(description = "firstFrame: from the wish to play to the first picture.") @Nullable
        Long startupMs,

        @Schema(description = "resume: how long nothing moved.") @Nullable
        Long stalledMs,

        @Schema(description = "progress: what was watched since the last one.") @Nullable
        Long watchedMs,

        @Schema(description = "What lies ahead in the buffer.") @Nullable
        Long bufferMs,

        @Nullable Long kbps,
        @Nullable Long height,
        @Nullable Long droppedFrames,

        @Schema(description = "Which edge or CDN delivers.") @Nullable
        String cdn,

        @Schema(description = "error: as the player numbers them.") @Nullable
        String code,

        @Nullable Boolean fatal,

        @Schema(description = "end: ended, left, error, …") @Nullable
        String reason) {

    static final PlayerEventData NONE =
            new PlayerEventData(null, null, null, null, null, null, null, null, null, null, null);
}
