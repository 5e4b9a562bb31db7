package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateViewerSession", description = "Sign in somebody whom you know.")
record NewViewerSessionRequest(
        @Schema(
                description = "Your own name for this viewer: an opaque id rather than an e-mail address.",
                example = "user-4711")
        @NotNull
        @Size(min = 1, max = 255)
        String externalId,

        @Schema(description = "What they have with you; over what they have here.", example = "premium")
        @Nullable
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}", message = "the name of a tier")
        String tier,

        @Schema(
                description = "Where they are, where you know it better than their address does; ISO 3166-1.",
                example = "FR")
        @Nullable
        @Pattern(regexp = "[A-Z]{2}", message = "two capital letters")
        String territory,

        @Schema(description = "How many may play at once; the tier says where you do not.") @Nullable @Min(1) @Max(100)
        Integer maxStreams,

        @Schema(
                description = "When the session ends, tokens included; a day where not said, 90 days at most.",
                example = "86400")
        @Nullable
        @Min(60)
        @Max(7_776_000)
        Integer expiresInSeconds,

        @Schema(description = LoginRequest.DEVICE, example = "Firefox, Linux")
        @Nullable
        @Size(min = 1, max = LoginRequest.LONGEST_DEVICE)
        String device) {
    private static final Duration DAY = Duration.ofDays(1);

    NewSession session() {
        var life = expiresInSeconds == null ? DAY : Duration.ofSeconds(expiresInSeconds);
        return new NewSession(Origin.TENANT, tier, territory, maxStreams, life, device);
    }
}
