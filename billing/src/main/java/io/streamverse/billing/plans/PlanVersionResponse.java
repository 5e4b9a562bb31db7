package io.streamverse.billing.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "PlanVersion", description = "What a plan offers from an instant until that of a later version.")
record PlanVersionResponse(
        int version, Instant validFrom, Instant createdAt, List<Allowance> allowances, List<Tariff> terms) {

    static PlanVersionResponse of(PlanVersion version) {
        return new PlanVersionResponse(
                version.version(), version.validFrom(), version.createdAt(), version.allowances(), version.tariffs());
    }
}
