package io.streamverse.billing.intake;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.tenancy.Environment;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "UsageCorrection", description = "An entry that was wrong. It stays, and a counter-entry takes it back.")
record CorrectionRequest(
        @NotNull String tenantId,
        @NotNull Environment env,
        @NotNull String source,
        @NotNull String id,
        @NotNull @Size(min = 1, max = 500) String reason,

        @Schema(description = "What it should have been; without it, nothing was used.") @PositiveOrZero @Nullable
        BigDecimal quantity) {}
