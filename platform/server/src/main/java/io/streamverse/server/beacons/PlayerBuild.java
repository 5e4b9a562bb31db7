package io.streamverse.server.beacons;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlayerBuild", description = "Which player it is.")
record PlayerBuild(@Nullable String name, @Nullable String version) {}
