package io.streamverse.billing.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "UsageBackfill", description = "A file of usage on its way into the ledger.")
record BackfillResponse(
        String id,
        BackfillState state,
        Instant createdAt,

        @Schema(description = "Lines with usage in the file.")
        long lines,

        long accepted,
        long duplicates,
        long conflicts,
        long rejected,

        @Schema(description = "The first 100 lines that were not booked.")
        List<BackfillRefusal> refusals) {
    BackfillResponse {
        refusals = List.copyOf(refusals);
    }
}
