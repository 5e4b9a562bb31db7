package io.streamverse.billing.metering;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.tenancy.Environment;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

@Introspected
@Schema(name = "Rederivation", description = "Sums to make anew from the entries.")
record RederivationRequest(
        @NotNull String tenantId,
        @NotNull Environment env,
        @NotNull Instant from,
        @NotNull Instant to) {}
