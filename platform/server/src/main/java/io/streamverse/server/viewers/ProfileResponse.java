package io.streamverse.server.viewers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Profile", description = "One of the people behind an account.")
record ProfileResponse(
        String id,
        String name,
        boolean kids,
        @Nullable Integer maximumAge,
        @Nullable String language,

        @Schema(description = "Behind a PIN: a log-in must open it before it can be used.")
        boolean hasPin,

        Instant createdAt) {

    static ProfileResponse of(Profile profile) {
        return new ProfileResponse(
                profile.id(),
                profile.name(),
                profile.kids(),
                profile.maximumAge(),
                profile.language(),
                profile.hasPin(),
                profile.createdAt());
    }
}
