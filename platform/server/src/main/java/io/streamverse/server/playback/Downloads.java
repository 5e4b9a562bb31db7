package io.streamverse.server.playback;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.server.viewers.Watcher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// What devices keep. Each is a playback that goes on until its licence ends, and takes no place meanwhile.
@Singleton
class Downloads {
    private final SessionRepository rows;
    private final Sessions sessions;
    private final Situations situations;
    private final Times times;

    Downloads(SessionRepository rows, Sessions sessions, Situations situations, Times times) {
        this.rows = rows;
        this.sessions = sessions;
        this.situations = situations;
        this.times = times;
    }

    List<PlaybackSession> of(String viewerId) {
        return rows.kept(viewerId, times.now()).stream()
                .filter(it -> times.end(it) == null)
                .toList();
    }

    /// The same title on the same device once more takes the place of the one before. Answers what ends because of it.
    @Transactional
    public List<PlaybackSession> begin(PlaybackSession session, int limit) {
        rows.beAlone(session.viewerId());
        var kept = of(session.viewerId());
        var same =
                kept.stream().filter(isSame(session)).map(PlaybackSession::id).toList();
        if (kept.size() - same.size() >= limit) {
            throw Denials.of(full(limit, kept), session.titleId());
        }
        return sessions.begin(session, same);
    }

    /// Decided anew: what the viewer has no more is kept no longer.
    PlaybackSession prolong(PlaybackSession session, Watcher watcher) {
        var gathered = situations.gather(again(session, watcher));
        gathered.situation().decide().denial().ifPresent(failed -> {
            throw Denials.of(failed, session.titleId());
        });
        var keep = Objects.requireNonNull(gathered.situation().keep());
        var lasting = Lasting.kept(gathered.situation(), keep, times.now());
        rows.prolong(
                session.id(),
                lasting.endsAt(),
                lasting.holdsUntil(),
                lasting.playWithinHours(),
                gathered.maximumHeight());
        return sessions.running(session.id(), session.viewerId());
    }

    private static Question again(PlaybackSession session, Watcher watcher) {
        return new Question(
                session.titleId(),
                session.viewerId(),
                session.profileId(),
                watcher.profile(),
                watcher.session().tier(),
                session.territory(),
                null,
                true);
    }

    private static Predicate<PlaybackSession> isSame(PlaybackSession session) {
        return it -> it.titleId().equals(session.titleId()) && it.deviceId().equals(session.deviceId());
    }

    private static Finding full(int limit, List<PlaybackSession> kept) {
        return Finding.failed(
                Step.DOWNLOADS,
                "All %d that may be kept are: end one of them".formatted(limit),
                Map.of("limit", limit, "sessions", kept.stream().map(Holder::of).toList()));
    }
}
