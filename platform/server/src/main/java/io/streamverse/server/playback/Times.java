package io.streamverse.server.playback;

import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// When playbacks are over by themselves: by real time, and rentals by business time too.
@Singleton
class Times {
    private final InstantSource clock;
    private final BusinessTime business;

    Times(InstantSource clock, BusinessTime business) {
        this.clock = clock;
        this.business = business;
    }

    Instant now() {
        return clock.instant();
    }

    /// By real time, if nobody moves the other.
    Instant endOf(PlaybackSession session) {
        return endOf(session.lasting());
    }

    Instant endOf(Lasting lasting) {
        return lasting.holdsUntil() == null ? lasting.endsAt() : lasting.realEnd(clock.instant(), business.now());
    }

    /// Why it is none any more, where it is.
    @Nullable
    EndedBecause end(PlaybackSession session) {
        if (session.endedBecause() != null) {
            return session.endedBecause();
        }
        return clock.instant().isBefore(endOf(session)) ? null : EndedBecause.OVER;
    }
}
