package io.streamverse.billing.intake;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

@Introspected
@Schema(name = "UsageEvents")
record UsageEventsRequest(
        @NotNull @Size(min = 1, max = 1_000) @Schema(description = "At most 1,000.")
        List<@NotNull @Valid UsageEventRequest> events) {}
