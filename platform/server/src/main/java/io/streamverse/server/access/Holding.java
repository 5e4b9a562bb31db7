package io.streamverse.server.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a viewer may watch a title by. `grantId`: none where the tenant said the tier with the log-in. `titleId`: it is
/// for this title alone. `until` and `watchWithin`, from when it was first watched, say how long; none: no end.
public record Holding(
        Tier tier,
        @Nullable String grantId,
        @Nullable String titleId,
        @Nullable Instant until,
        @Nullable Duration watchWithin,
        @Nullable Instant startedAt) {

    public static Holding said(Tier tier) {
        return new Holding(tier, null, null, null, null, null);
    }

    /// Whatever the title is for, or for the tier and those above it.
    public boolean opens(Tier demanded) {
        return titleId != null || tier.rank() >= demanded.rank();
    }

    /// What was let for a time, and not paid for month by month: nothing goes on behind its end.
    public boolean isRental() {
        return titleId != null || watchWithin != null;
    }

    public Holding startingAt(Instant now) {
        return startedAt == null ? new Holding(tier, grantId, titleId, until, watchWithin, now) : this;
    }

    /// The first moment when it gives nothing any more, as far as that is known.
    public @Nullable Instant end() {
        return end(until, watchWithin, startedAt);
    }

    static @Nullable Instant end(@Nullable Instant until, @Nullable Duration watchWithin, @Nullable Instant startedAt) {
        if (watchWithin == null || startedAt == null) {
            return until;
        }
        var watched = startedAt.plus(watchWithin);
        return until == null || watched.isBefore(until) ? watched : until;
    }
}
