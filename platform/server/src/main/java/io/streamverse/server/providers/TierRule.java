package io.streamverse.server.providers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

@Introspected
@Schema(name = "DrmTierRule", description = "What a licence for one tier of tracks demands of the device.")
public record TierRule(
        @Schema(description = "The least protection of a cable to the screen.") @NotNull
        Hdcp hdcp,

        @Schema(description = "How well the device keeps keys and pictures, in Widevine's steps.") @NotNull
        Robustness robustness,

        @Schema(description = "For how long a licence may be kept on the device; 0: not at all.") @Min(0) @Max(365)
        int offlineDays) {}
