package io.streamverse.billing.quotes;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateQuote", description = "What is to be used.")
record NewQuote(
        @Schema(description = "Code of a meter.", example = "transcode.cpu") @NotNull @Size(min = 1, max = 80)
        String meter,

        @Schema(description = "In the meter's unit.", example = "5400000")
        @NotNull
        @Positive
        @Digits(integer = 18, fraction = 9)
        BigDecimal quantity,

        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {

    NewQuote {
        if (quantity != null && quantity.scale() < 0 && quantity.precision() - quantity.scale() <= 18) {
            quantity = quantity.setScale(0);
        }
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }
}
