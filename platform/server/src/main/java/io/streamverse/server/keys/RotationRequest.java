package io.streamverse.server.keys;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "RotateApiKey")
record RotationRequest(
        @Schema(description = "How long the old secret goes on working; a day where not said, at most 30 days.")
        @Nullable
        @Min(0)
        @Max(2_592_000)
        Integer overlapSeconds) {
    private static final int A_DAY_SECONDS = 86_400;

    int overlap() {
        return overlapSeconds == null ? A_DAY_SECONDS : overlapSeconds;
    }
}
