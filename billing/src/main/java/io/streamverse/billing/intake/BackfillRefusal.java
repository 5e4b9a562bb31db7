package io.streamverse.billing.intake;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A line that was not booked.")
record BackfillRefusal(
        @Schema(description = "Counted from 1.") long line, String code, String detail) {}
