package io.streamverse.server.catalog;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Sizes are also checked by `TitleRules`, which can say in which language.
@Introspected
@Schema(
        description =
                "What is written about a title, in one language. It comes back exactly; show it as text, not HTML.")
public record TitleText(
        @Schema(description = "One line.", example = "Metropolis") @NotNull @Size(min = 1, max = MAX_NAME)
        String name,

        @Schema(description = "May have several lines.") @Nullable @Size(max = MAX_SYNOPSIS)
        String synopsis) {
    static final int MAX_NAME = 200;
    static final int MAX_SYNOPSIS = 5_000;
}
