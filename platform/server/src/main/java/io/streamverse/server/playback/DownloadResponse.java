package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(name = "Download", description = "A title that a device keeps. End its playback to have room for another.")
record DownloadResponse(
        String sessionId,
        String titleId,
        SessionDevice device,
        Instant startedAt,

        @Schema(description = "When its licence ends, unless it is renewed before.")
        Instant until) {

    static DownloadResponse of(PlaybackSession it, Instant until) {
        return new DownloadResponse(
                it.id(),
                it.titleId(),
                new SessionDevice(it.deviceId(), it.deviceName(), it.deviceKind()),
                it.startedAt(),
                until);
    }
}
