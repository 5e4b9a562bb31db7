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
                new GrantSource(it.sourceKind(), it.sourceId()),
                it.metadata(),
                it.givenAt(),
                it.endedAt());
    }
}
