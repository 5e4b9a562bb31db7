package io.streamverse.billing.metering;

import static io.streamverse.kernel.money.Quantities.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Usage", description = "How much of a meter was used.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageResponse(
        @Schema(example = "storage") String meter,
        @Schema(example = "byte-hours") String unit,

        @Schema(description = "Exact.", example = "22000000000")
        BigDecimal quantity,

        @Schema(type = "string", description = "How long a fact may take to be seen here.", example = "PT5S")
        Duration freshness,

        @Schema(description = "When the hour or day begins, where it was asked by hour or day.") @Nullable
        Instant at,

        @Schema(description = "Where it was asked by dimension.") @Nullable
        Map<String, String> dimensions) {

    static UsageResponse of(Used used) {
        return new UsageResponse(
                used.meter().code(),
                used.meter().unit(),
                plain(used.quantity()),
                used.meter().freshness(),
                used.at(),
                used.dimensions() == null ? null : Dimensions.read(used.dimensions()));
    }
}
