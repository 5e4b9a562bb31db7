package io.streamverse.billing.plans;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;

@MappedEntity(value = "cost_rate", schema = "billing")
@Schema(description = "What a meter costs the operator. No tenant sees it.")
public record CostRate(
        @Schema(example = "transcode.device") String meter,
        @Schema(description = "ISO 4217.", example = "EUR") String currency,

        @Schema(
                description = "Of usage with this dimension alone, and before the rate of all; empty for all.",
                example = "{\"accelerator\": \"gpu\"}")
        @TypeDef(type = DataType.JSON)
        Map<String, String> dimensions,

        @Schema(description = "It holds until that of a later one.")
        Instant validFrom,

        @Schema(type = "string", example = "0.30") @JsonSerialize(using = PlainDecimal.class)
        BigDecimal price,

        @Schema(description = "The units that the price is for.", example = "3600000")
        BigDecimal per) {
    private static final int DECIMALS = 9;

    /// To a billionth of the currency: a cost is an estimate that nobody is charged.
    public BigDecimal of(BigDecimal quantity) {
        return quantity.multiply(price).divide(per, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
