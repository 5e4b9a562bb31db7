package io.streamverse.server.catalog;

import org.jspecify.annotations.Nullable;

/// Who may watch: everybody who is signed in, or those whose tier is at least this one.
public record TitleAccess(Kind kind, @Nullable String tier) {
    public enum Kind {
        FREE,
        TIER
    }
}
