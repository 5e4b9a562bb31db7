package io.streamverse.billing.plans;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

@Schema(name = "PlanTerms", description = "What a plan charges in one currency.")
public record Tariff(
        @Schema(type = "string", description = "ISO 4217.", example = "EUR")
        Currency currency,

        @Schema(type = "string", description = "For each period.", example = "49.00")
        @JsonSerialize(using = PlainDecimal.class)
        BigDecimal baseFee,

        @Schema(type = "string", description = "The least that a period costs.", example = "0.00")
        @JsonSerialize(using = PlainDecimal.class)
        BigDecimal minimum,

        List<Price> prices) {

    public Tariff {
        prices = List.copyOf(Objects.requireNonNullElse(prices, List.of()));
    }
}
