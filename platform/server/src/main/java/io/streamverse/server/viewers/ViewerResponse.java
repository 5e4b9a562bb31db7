package io.streamverse.server.viewers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Viewer", description = "Somebody who watches.")
record ViewerResponse(
        String id,
        Origin origin,

        @Schema(description = "Of one whom you sign in: your name for them.") @Nullable
        String externalId,

        @Schema(description = "Of one who signed up here.") @Nullable
        String email,

        @Nullable String name,
        @Nullable String locale,
        Instant createdAt,

        @Schema(description = "To half a day.") Instant seenAt) {

    static ViewerResponse of(Viewer viewer) {
        return new ViewerResponse(
                viewer.id(),
                viewer.origin(),
                viewer.externalId(),
                viewer.email(),
                viewer.name(),
                viewer.locale(),
                viewer.createdAt(),
                viewer.seenAt());
    }
}
