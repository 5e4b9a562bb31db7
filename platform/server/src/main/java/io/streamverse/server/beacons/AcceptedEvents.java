package io.streamverse.server.beacons;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "AcceptedPlayerEvents", description = "They are kept now, and need not be sent again.")
record AcceptedEvents(
        int accepted,

        @Schema(description = "Of a type that is not known here, without a proper id, or too old.")
        int ignored) {}
