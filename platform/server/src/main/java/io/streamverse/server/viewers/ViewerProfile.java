package io.streamverse.server.viewers;

import org.jspecify.annotations.Nullable;

/// One of the people behind an account. `maximumAge`: of what is rated for older ones it sees nothing.
public record ViewerProfile(
        String id, String name, @Nullable Integer maximumAge, boolean kids) {}
