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
        Instant createdAt) {

    static ProfileResponse of(Profile profile) {
        return new ProfileResponse(
                profile.id(),
                profile.name(),
                profile.kids(),
                profile.maximumAge(),
                profile.language(),
                profile.createdAt());
    }
}
