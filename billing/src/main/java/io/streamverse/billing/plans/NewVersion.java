package io.streamverse.billing.plans;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

@Introspected
@Schema(name = "CreatePlanVersion", description = "What a plan is to offer from an instant to come.")
record NewVersion(@NotNull Instant validFrom, List<Allowance> allowances, List<Tariff> terms) {

    NewVersion {
        allowances = List.copyOf(Objects.requireNonNullElse(allowances, List.of()));
        terms = List.copyOf(Objects.requireNonNullElse(terms, List.of()));
    }

    Offer offer() {
        return new Offer(allowances, terms);
    }
}
