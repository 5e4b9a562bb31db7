package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlaybackOffline", description = "For how long a device may keep it.")
record OfflineResponse(
        @Schema(description = "When its licence ends; renew the playback before, and fetch the licence again.")
        Instant until,

        @Schema(description = "Once playing began, the licence holds so long at most.")
        int playWithinHours) {

    static @Nullable OfflineResponse of(PlaybackSession session, Instant until) {
        var hours = session.playWithinHours();
        return session.kept() && hours != null ? new OfflineResponse(until, hours) : null;
    }
}
