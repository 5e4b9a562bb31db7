package io.streamverse.server.playback;

import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.redis.RedisAway;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A place for what is watched, room among the downloads for what is kept, and then the session begins.
@Singleton
class Seats {
    private static final Duration LATER = Duration.ofSeconds(5);
    private final Places places;
    private final Downloads downloads;
    private final Sessions sessions;
    private final Marks marks;

    Seats(Places places, Downloads downloads, Sessions sessions, Marks marks) {
        this.places = places;
        this.downloads = downloads;
        this.sessions = sessions;
        this.marks = marks;
    }

    void take(PlaybackSession session, Situation situation, Takeover takeover) {
        if (session.kept()) {
            downloads.begin(session, situation.downloads()).forEach(marks::revoked);
        } else {
            begin(session, claim(session, takeover));
        }
    }

    private List<String> claim(PlaybackSession session, Takeover takeover) {
        try {
            var claim = places.claim(session.viewerId(), session.id(), session.streams(), takeover);
            if (!claim.taken()) {
                throw Denials.of(full(session.streams(), claim.sessions()), session.titleId());
            }
            return claim.sessions();
        } catch (RedisAway e) {
            throw new Unavailable("playback.places.unavailable", "Who plays now cannot be counted", LATER);
        }
    }

    private Finding full(int limit, List<String> holders) {
        var playing = sessions.all(holders).stream().map(Holder::of).toList();
        return Finding.failed(
                Step.CONCURRENCY,
                "All %d places are taken: end one, or start with takeOver or stopOthers".formatted(limit),
                Map.of("limit", limit, "sessions", playing));
    }

    private void begin(PlaybackSession session, List<String> freed) {
        try {
            sessions.begin(session, freed).forEach(marks::revoked);
        } catch (RuntimeException e) {
            marks.ended(session);
            throw e;
        }
    }
}
