package io.streamverse.billing.quotas;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;

@Schema(name = "QuotaGrant", description = "More of a meter, once.")
record GrantResponse(
        String id,
        String tenantId,
        String env,
        String meter,
        BigDecimal amount,
        String reason,

        @Schema(description = "It counts in the period that holds this instant.")
        Instant at,

        Instant createdAt) {

    static GrantResponse of(Grant it) {
        var names = it.space().split(":", 2);
        return new GrantResponse(
                it.id(),
                names[0],
                names[1],
                it.meter(),
                it.amount().stripTrailingZeros().scale() < 0
                        ? it.amount().setScale(0)
                        : it.amount().stripTrailingZeros(),
                it.reason(),
                it.at(),
                it.createdAt());
    }
}
