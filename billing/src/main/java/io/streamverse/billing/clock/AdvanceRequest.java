package io.streamverse.billing.clock;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

@Introspected
@Schema(name = "AdvanceTestClock")
record AdvanceRequest(
        @NotNull @Schema(description = "Later than where the clock is, at most five years ahead of real time.")
        Instant to) {}
