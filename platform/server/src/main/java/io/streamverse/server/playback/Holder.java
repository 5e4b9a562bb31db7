package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(name = "PlaybackHolder", description = "A playback that has one of the places.")
record Holder(String sessionId, String titleId, String deviceId, String deviceName, Instant startedAt) {
    static Holder of(PlaybackSession session) {
        return new Holder(
                session.id(), session.titleId(), session.deviceId(), session.deviceName(), session.startedAt());
    }
}
