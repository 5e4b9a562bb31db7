package io.streamverse.billing.quotas;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "SetQuotaOverride", description = "Another amount than the plan includes.")
record OverrideRequest(
        @NotNull @Schema(implementation = String.class, example = "ten_01kajzq3f5r0qv1h2b3c4d5e6f")
        TenantId tenantId,

        @NotNull @Pattern(regexp = "live|test", message = "is live or test")
        String env,

        @NotNull @Schema(example = "transcode.gpu") String meter,

        @Schema(description = "Null for the plan's again.")
        @PositiveOrZero
        @Digits(integer = 24, fraction = 6)
        @Nullable
        BigDecimal amount) {

    TenantSpace space() {
        return new TenantSpace(tenantId, Environment.of(env));
    }
}
