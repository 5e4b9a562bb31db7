package io.streamverse.events.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Once `until` has passed it gives nothing more, and nobody says so again. `source` is where it comes from: `grant`,
/// `stripe` and so on; `sourceId` what it is called there. With `titleId` it is for that title alone; with
/// `watchWithinHours` it lasts so long from when something was first watched by it.
public record GrantGiven(
        String grantId,
        String viewerId,
        String tier,
        @Nullable Instant until,
        String source,
        @Nullable String sourceId,
        @Nullable String titleId,
        @Nullable Integer watchWithinHours)
        implements AccessEvent {}
