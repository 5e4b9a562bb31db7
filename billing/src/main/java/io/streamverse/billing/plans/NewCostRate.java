package io.streamverse.billing.plans;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateCostRate", description = "What a meter is to cost.")
record NewCostRate(
        @Schema(example = "transcode.device") @NotNull String meter,
        @Schema(type = "string", example = "EUR") @NotNull Currency currency,

        @Schema(
                description = "One dimension of the meter, where its values cost differently.",
                example = "{\"accelerator\": \"gpu\"}")
        @Nullable
        @Size(max = 1)
        Map<@NotNull String, @NotNull @Size(min = 1, max = 100) String> dimensions,

        @NotNull Instant validFrom,

        @Schema(type = "string", example = "0.30") @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 9)
        BigDecimal price,

        @Schema(description = "The units that the price is for.", example = "3600000")
        @NotNull
        @Positive
        @Digits(integer = 18, fraction = 9)
        BigDecimal per) {

    CostRate rate() {
        return new CostRate(
                meter,
                currency.getCurrencyCode(),
                Objects.requireNonNullElse(dimensions, Map.of()),
                validFrom,
                price,
                per);
    }
}
