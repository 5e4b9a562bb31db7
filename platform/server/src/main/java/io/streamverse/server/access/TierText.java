package io.streamverse.server.access;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(description = "What a tier is called, in one language.")
public record TierText(
        @Schema(description = "One line.", example = "Premium") @NotNull @Size(min = 1, max = MAX_NAME)
        String name) {
    static final int MAX_NAME = 80;
}
