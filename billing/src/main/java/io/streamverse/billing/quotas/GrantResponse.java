package io.streamverse.billing.quotas;

import static io.streamverse.kernel.money.Quantities.plain;

import io.streamverse.kernel.tenancy.TenantSpace;
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
        var space = TenantSpace.parse(it.space());
        return new GrantResponse(
                it.id(),
                space.tenant().value(),
                space.environment().label(),
                it.meter(),
                plain(it.amount()),
                it.reason(),
                it.at(),
                it.createdAt());
    }
}
