package io.streamverse.server.access;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateGrant", description = "Gives a viewer a tier.")
record NewGrantRequest(
        @Schema(description = "The name of a tier.", example = "premium") @NotNull
        String tier,

        @Schema(description = GrantPatch.UNTIL) @Nullable Instant until,

        @Schema(description = "For this title alone, whatever tier it asks for, in the tier's quality; none: for all.")
        @Nullable
        @Size(min = 1, max = 80)
        String titleId,

        @Schema(description = GrantPatch.WATCH_WITHIN) @Nullable @Min(1) @Max(GrantPatch.MAX_HOURS)
        Integer watchWithinHours,

        @Schema(description = "A `grant` of your own, unless you say otherwise.") @Nullable @Valid
        GrantSource source,

        @Metadata Map<String, String> metadata) {

    NewGrantRequest {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    GrantSource origin() {
        return Objects.requireNonNullElse(source, GrantSource.OWN);
    }

    GrantPatch wanted() {
        return new GrantPatch(tier, until, watchWithinHours, metadata);
    }
}
