package io.streamverse.server.access;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "UpdateGrant", description = "What may be changed of a grant: where it comes from may not.")
record GrantPatch(
        @Schema(description = "The name of a tier.") @NotNull
        String tier,

        @Schema(description = UNTIL) @Nullable Instant until,

        @Schema(description = WATCH_WITHIN) @Nullable @Min(1) @Max(MAX_HOURS)
        Integer watchWithinHours,

        @Metadata Map<String, String> metadata) {
    static final String UNTIL = "The first moment when it gives nothing any more; none: it has no end.";
    static final String WATCH_WITHIN =
            "Once something was watched by it, it gives so many hours more at most; none: as many as there are.";
    static final int MAX_HOURS = 8_760;

    /// As exact as the database is, so that the same twice is the same.
    GrantPatch {
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    static GrantPatch of(TierGrant grant) {
        return new GrantPatch(grant.tier(), grant.until(), grant.watchWithinHours(), grant.metadata());
    }
}
