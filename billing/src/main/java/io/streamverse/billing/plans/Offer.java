package io.streamverse.billing.plans;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;

@Introspected
@Schema(name = "PlanOffer", description = "What a plan includes and charges.")
public record Offer(
        @Schema(description = "What a period includes. Of a meter that is not named, nothing.")
        List<Allowance> allowances,

        @Schema(description = "What it charges, once for each currency.")
        List<Tariff> terms) {

    public Offer {
        allowances = List.copyOf(Objects.requireNonNullElse(allowances, List.of()));
        terms = List.copyOf(Objects.requireNonNullElse(terms, List.of()));
    }
}
