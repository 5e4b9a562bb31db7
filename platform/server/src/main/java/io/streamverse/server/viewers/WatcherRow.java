package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A log-in that holds, beside one of its viewer's profiles or none.
@Introspected
record WatcherRow(
        String viewerId,
        @Nullable String tier,
        @Nullable String territory,
        @Nullable Integer maxStreams,
        Instant endsAt,
        @Nullable String openProfile,
        @Nullable String profileId,
        @Nullable String name,
        @Nullable Boolean kids,
        @Nullable Integer maximumAge,
        @Nullable String language,
        boolean hasPin) {
    Watcher as(String sessionId) {
        return new Watcher(
                new ViewerSession(sessionId, viewerId, tier, territory, maxStreams, endsAt, openProfile),
                profileId == null || name == null || kids == null
                        ? null
                        : Profile.opened(profileId, name, kids, maximumAge, language, hasPin));
    }
}
