package io.streamverse.server.placement;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "MoveTenant")
record MoveRequest(
        @Schema(description = "Where to: the name of one of `/operator/v1/databases`.", example = "second")
        @NotNull
        @Size(min = 1, max = 63)
        String database) {}
