package io.streamverse.server.catalog;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(description = "For whom a title is. The age decides; the label is what is shown.")
public record AgeRating(
        @Schema(description = "In years; 0 for all.", example = "12") @Min(0) @Max(MAX_AGE)
        int minimumAge,

        @Schema(description = "As the rating board writes it, up to 40 characters.", example = "FSK 12") @Nullable
        String label) {
    static final int MAX_AGE = 21;
    static final int MAX_LABEL = 40;
}
