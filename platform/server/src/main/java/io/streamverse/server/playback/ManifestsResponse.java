package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "PlaybackManifests", description = "Where the player begins; the token is in the address.")
record ManifestsResponse(String hls, String dash) {}
