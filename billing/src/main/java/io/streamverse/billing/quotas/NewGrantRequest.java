package io.streamverse.billing.quotas;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateQuotaGrant", description = "More of a meter, once.")
record NewGrantRequest(
        @NotNull @Schema(implementation = String.class, example = "ten_01kajzq3f5r0qv1h2b3c4d5e6f")
        TenantId tenantId,

        @NotNull @Pattern(regexp = "live|test", message = "is live or test")
        String env,

        @NotNull @Schema(example = "transcode.gpu") String meter,

        @NotNull @Positive @Digits(integer = 24, fraction = 6)
        BigDecimal amount,

        @NotNull @Size(min = 1, max = 500) String reason,

        @Schema(description = "It counts in the period that holds this instant; without it, in the one that runs.")
        @Nullable
        Instant at) {

    TenantSpace space() {
        return new TenantSpace(tenantId, Environment.of(env));
    }
}
