package io.streamverse.server.viewers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "ViewerSession", description = "A sign-in.")
record SessionResponse(
        String id,
        String viewerId,
        Origin origin,
        @Nullable String tier,
        @Nullable String territory,
        @Nullable Integer maxStreams,

        @Schema(description = "As the app named it that signed in.", example = "Firefox, Linux") @Nullable
        String device,

        Instant createdAt,

        @Schema(description = "When its newest tokens were made.")
        Instant refreshedAt,

        @Schema(description = "By itself, unless it is refreshed meanwhile.")
        Instant endsAt,

        @Schema(description = "Where it was ended before.") @Nullable
        Instant endedAt,

        @Nullable Ending endedBy) {

    static SessionResponse of(Session session) {
        return new SessionResponse(
                session.id(),
                session.viewerId(),
                session.origin(),
                session.tier(),
                session.territory(),
                session.maxStreams(),
                session.device(),
                session.createdAt(),
                session.refreshedAt(),
                session.endsAt(),
                session.endedAt(),
                session.endedBy());
    }
}
