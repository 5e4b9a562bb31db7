package io.streamverse.billing.margins;

import io.streamverse.kernel.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(
        name = "PlanPreview",
        description = "What a tenant's last full period costs under the plan as it is offered now, and as it would.")
record Preview(
        String tenantId,
        Instant from,
        Instant to,
        Money oldTotal,
        Money newTotal,

        @Schema(description = "Above zero where the tenant would pay more.")
        Money difference) {

    static Preview of(String tenantId, Instant from, Instant to, Money old, Money wanted) {
        return new Preview(tenantId, from, to, old, wanted, wanted.minus(old));
    }
}
