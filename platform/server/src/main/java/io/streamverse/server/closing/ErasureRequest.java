package io.streamverse.server.closing;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "EraseTenant")
record ErasureRequest(
        @Schema(description = "The tenant's slug: whoever erases names what they destroy.")
        @NotNull
        @Size(min = 1, max = 100)
        String slug,

        @NotNull @Size(min = 1, max = 500) String reason) {}
