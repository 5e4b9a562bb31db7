package io.streamverse.server.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Grant", description = "A tier that a viewer has, for as long as it lasts, whatever becomes of others.")
record TierGrantResponse(
        String id,
        String viewerId,
        String tier,
        GrantState state,
        @Schema(description = GrantPatch.UNTIL) @Nullable Instant until,

        @Schema(description = "For this title alone; none: for all.") @Nullable
        String titleId,

        @Schema(description = GrantPatch.WATCH_WITHIN) @Nullable
        Integer watchWithinHours,

        @Schema(description = "When its hours began: something was watched by it.") @Nullable
        Instant startedAt,

        @Schema(description = "The first moment when it gives nothing any more, by `until` and its hours.") @Nullable
        Instant givesUntil,

        GrantSource source,
        Map<String, String> metadata,

        @Schema(description = "By the clock of the environment.")
        Instant givenAt,

        @Schema(description = "When it was taken away.") @Nullable
        Instant endedAt) {

    static TierGrantResponse of(TierGrant it, Instant now) {
        return new TierGrantResponse(
                it.id(),
                it.viewerId(),
                it.tier(),
                it.state(now),
                it.until(),
                it.titleId(),
                it.watchWithinHours(),
                it.startedAt(),
                it.end(),
                new GrantSource(it.sourceKind(), it.sourceId()),
                it.metadata(),
                it.givenAt(),
                it.endedAt());
    }
}
