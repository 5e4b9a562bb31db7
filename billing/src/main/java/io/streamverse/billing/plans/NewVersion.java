package io.streamverse.billing.plans;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;

@Introspected
@Schema(name = "CreatePlanVersion", description = "What a plan is to offer from an instant to come.")
record NewVersion(@NotNull Instant validFrom, List<Allowance> allowances, List<Tariff> terms) {

    Offer offer() {
        return new Offer(allowances, terms);
    }
}
