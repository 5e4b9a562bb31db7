package io.streamverse.billing.intake;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.billing.metering.Usage;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(
        name = "UsageEvent",
        description = "Usage that was metered outside. It counts once for each tenant, env, source and id.")
record UsageEventRequest(
        @NotNull String tenantId,
        @NotNull Environment env,

        @NotNull @Schema(description = "Yours; 1 to 200 visible characters.")
        String id,

        @NotNull @Schema(description = "Who metered it; 1 to 60 visible characters.", example = "helpdesk")
        String source,

        @NotNull @Schema(example = "support.hours") String meter,

        @NotNull @Schema(description = "In the meter's unit; at most 18 digits before and 9 after the point.")
        BigDecimal quantity,

        @NotNull @Schema(description = "When it was used: up to 35 days ago and up to an hour ahead.")
        Instant at,

        @Schema(description = "At most 8.") @Nullable Map<String, String> dimensions) {

    /// Nothing where the tenant's id is none.
    Optional<Usage> usage() {
        return TenantId.find(tenantId)
                .map(it -> new Usage(
                        new TenantSpace(it, env),
                        source,
                        id,
                        meter,
                        quantity,
                        at,
                        Objects.requireNonNullElse(dimensions, Map.of())));
    }

    boolean complete() {
        return Objects.nonNull(tenantId)
                && Objects.nonNull(env)
                && Objects.nonNull(id)
                && Objects.nonNull(source)
                && Objects.nonNull(meter)
                && Objects.nonNull(quantity)
                && Objects.nonNull(at);
    }
}
