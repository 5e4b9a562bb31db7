package io.streamverse.server.closing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Erasure", description = "A tenant is being erased, or was.")
record ErasureResponse(
        String id,
        String tenantId,
        String slug,
        Erasure.State state,
        Erasure.AskedBy askedBy,
        String reason,
        Instant beganAt,

        @Schema(description = "Since when nothing was left; everything is looked at once more a while later.") @Nullable
        Instant settledAt,

        @Schema(description = "Since when there is a certificate.") @Nullable
        Instant endedAt,

        @Schema(description = "Store by store; not in lists.")
        List<ErasureStep> steps) {

    static ErasureResponse of(Erasure it, List<ErasureStep> steps) {
        return new ErasureResponse(
                it.id(),
                it.tenant().value(),
                it.slug(),
                it.state(),
                it.askedBy(),
                it.reason(),
                it.beganAt(),
                it.settledAt(),
                it.endedAt(),
                steps);
    }
}
