package io.streamverse.server.beacons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PlayerEvents",
        description = "What happened in a player since it last told. Fields that are not known here may be there.")
record PlayerEvents(
        @Schema(example = "pbs_01k9m6xw3t8r5v2c7b4n1q0z6d") String sessionId,

        @Schema(
                description =
                        "granted, denied or unset. Unless it is granted, nothing is kept that could tell who watched.",
                example = "granted")
        @Nullable
        String consent,

        @Schema(description = "By the player's clock, as are the times of the events: only their distance counts.")
        @Nullable
        Instant sentAt,

        @Nullable PlayerBuild player,
        @Nullable PlayerDevice device,

        @Schema(description = "At most 200.") List<PlayerEvent> events) {}
