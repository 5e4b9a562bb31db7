package io.streamverse.server.beacons;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlayerDevice", description = "What it runs on; without it the user agent is asked.")
record PlayerDevice(
        @Nullable String kind,
        @Nullable String os,
        @Nullable String browser) {}
