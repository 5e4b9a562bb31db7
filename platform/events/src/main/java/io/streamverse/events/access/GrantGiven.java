package io.streamverse.events.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Once `until` has passed it gives nothing more, and nobody says so again. `source` is where it comes from: `grant`,
/// `stripe` and so on; `sourceId` what it is called there.
public record GrantGiven(
        String grantId,
        String viewerId,
        String tier,
        @Nullable Instant until,
        String source,
        @Nullable String sourceId) implements AccessEvent {}
