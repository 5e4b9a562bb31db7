package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Playback", description = "It may play: what a player needs.")
record PlaybackResponse(
        @Schema(example = "pbs_01k9m6xw3t8r5v2c7b4n1q0z6d") String sessionId,
        State state,
        ManifestsResponse manifests,
        DrmResponse drm,

        @Schema(description = "For players that put a fresh one into addresses themselves.")
        String token,

        @Schema(description = "After so many seconds ask for a renewal.")
        long renewAfterSeconds,

        @Schema(description = "Send a heartbeat so often, or the place is somebody else's; 0: it takes none.")
        long heartbeatSeconds,

        @Schema(description = "Where this profile left off, or 0.")
        long resumeAtSeconds,

        @Schema(description = "Where the player tells how it goes.")
        String beaconUrl,

        @Schema(description = "Where the device is to keep it.") @Nullable
        OfflineResponse offline) {

    @Schema(name = "PlaybackState")
    enum State {
        @JsonProperty("allowed")
        ALLOWED
    }
}
