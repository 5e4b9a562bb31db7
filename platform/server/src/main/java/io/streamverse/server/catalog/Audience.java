package io.streamverse.server.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who looks, where and when: of what is rated for older ones or not at all, is not for that territory, or not open, it
/// finds nothing. No age: no limit. No territory: nobody knows it, and only what is for all of them is found.
public record Audience(
        @Nullable Integer maximumAge, @Nullable String territory, Instant now) {

    /// With children of that age beside them.
    public Audience with(int age) {
        return new Audience(maximumAge == null ? Integer.valueOf(age) : Math.min(maximumAge, age), territory, now);
    }
}
