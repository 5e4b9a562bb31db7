package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "PlaybackSessionDevice")
record SessionDevice(String id, String name, DeviceKind kind) {}
