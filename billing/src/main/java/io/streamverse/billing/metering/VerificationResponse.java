package io.streamverse.billing.metering;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "LedgerVerification", description = "Whether the entries are still those that were booked.")
record VerificationResponse(
        String tenantId,
        boolean intact,

        @Schema(description = "Days on which something was booked.")
        List<VerifiedDay> days) {
    VerificationResponse {
        days = List.copyOf(days);
    }
}
