package io.streamverse.server.browse;

import io.streamverse.server.catalog.Audience;
import io.streamverse.server.catalog.TitleAccess;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who looks: a guest, or a profile of a viewer with the rank of their tier, and the ranks that titles may ask for.
record Onlooker(
        @Nullable String profileId,
        int rank,
        Map<String, Integer> ranks,
        Audience audience,
        @Nullable String languages) {
    static final int NONE = Integer.MIN_VALUE;

    /// Whether it takes more than they have; what a guest may play once signed in is not locked.
    boolean isLocked(TitleAccess access) {
        return access.kind() == TitleAccess.Kind.TIER && rank < ranks.getOrDefault(access.tier(), Integer.MAX_VALUE);
    }
}
