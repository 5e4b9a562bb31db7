package io.streamverse.server.branding;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(description = "What the service says of itself, in one language.")
public record BrandText(
        @Schema(description = "One line under the name.", example = "Films from the far north")
        @NotNull
        @Size(min = 1, max = 120)
        String tagline) {}
