package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Where a player gets licences; it sends the viewer's access token along.")
record LicenceAddress(String licenceUrl) {}
