package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlaybackRenewal", description = "The same playback with a fresh token.")
record RenewalResponse(
        String sessionId,
        ManifestsResponse manifests,
        String token,

        @Schema(description = "After so many seconds ask again.")
        long renewAfterSeconds,

        @Schema(description = "Where the device is to keep it.") @Nullable
        OfflineResponse offline) {}
