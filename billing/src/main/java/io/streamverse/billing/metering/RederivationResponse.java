package io.streamverse.billing.metering;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Rederived")
record RederivationResponse(
        @Schema(description = "Entries the new sums are made of.")
        long entries) {}
