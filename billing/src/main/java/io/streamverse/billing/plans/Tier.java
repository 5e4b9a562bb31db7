package io.streamverse.billing.plans;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Schema(name = "PriceTier", description = "A price for the quantities up to a bound.")
public record Tier(
        @Schema(
                description = "The last unit of the tier, counted from the first beyond the included amount. The last"
                        + " tier has none.")
        @Nullable
        BigDecimal upTo,

        @Schema(type = "string", example = "0.012") @JsonSerialize(using = PlainDecimal.class)
        BigDecimal price) {}
