package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "SuspendTenant")
record SuspensionRequest(
        Suspension.@Nullable Level level,
        @NotNull @Size(min = 1, max = 500) String reason,

        @Schema(description = "From when on; at once where not said.") @Nullable
        Instant at) {

    Suspension from(Instant now) {
        return new Suspension(level == null ? Suspension.Level.ABUSE : level, reason, at == null ? now : at);
    }
}
