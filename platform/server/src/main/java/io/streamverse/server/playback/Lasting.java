package io.streamverse.server.playback;

import static java.util.Objects.requireNonNull;

import io.streamverse.server.drm.Keep;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long a playback lasts: until `endsAt` by real and `holdsUntil` by business time, whichever comes first; one that
/// is kept no longer than `playWithinHours` once its player began.
record Lasting(
        Instant endsAt,
        @Nullable Instant holdsUntil,
        @Nullable Integer playWithinHours) {

    /// Nothing of a rental goes on behind its end; whoever pays month by month sees a film to its end.
    static Lasting streamed(Situation situation, Instant longest) {
        var holding = situation.holding();
        var end = holding == null || !holding.isRental()
                ? null
                : holding.startingAt(situation.now()).end();
        return new Lasting(longest, end, null);
    }

    /// What is kept ends with its grant and its window too.
    static Lasting kept(Situation situation, Keep keep, Instant now) {
        var holding = requireNonNull(situation.holding());
        var until = earliest(holding.end(), DownloadRules.closesAt(situation));
        var within = holding.watchWithin();
        var hours = within == null ? keep.playWithinHours() : Math.min(keep.playWithinHours(), (int) within.toHours());
        return new Lasting(now.plus(Duration.ofDays(keep.days())), until, hours);
    }

    /// By real time, when these are the times by both clocks.
    Instant realEnd(Instant now, Instant businessNow) {
        return holdsUntil == null ? endsAt : earlier(endsAt, now.plus(Duration.between(businessNow, holdsUntil)));
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return earlier(one, other);
    }
}
