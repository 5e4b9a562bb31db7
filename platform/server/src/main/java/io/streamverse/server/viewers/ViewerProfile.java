package io.streamverse.server.viewers;

import org.jspecify.annotations.Nullable;

/// One of the people behind an account. `maximumAge`: of what is rated for older ones it sees nothing. `language` as
/// BCP 47.
public record ViewerProfile(
        String id,
        String name,
        @Nullable Integer maximumAge,
        boolean kids,
        @Nullable String language) {}
