package io.streamverse.server.playback;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "PlaybackHeartbeat", description = "How it goes; may be left out.")
record HeartbeatRequest(
        @Schema(description = "Where the picture is: another device may go on there.", example = "61000")
        @Nullable
        @Min(0)
        Long positionMs) {}
