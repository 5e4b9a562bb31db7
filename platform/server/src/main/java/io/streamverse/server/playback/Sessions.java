package io.streamverse.server.playback;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.playback.PlaybackEnded;
import io.streamverse.events.playback.PlaybackStarted;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Gone;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.server.access.Access;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The playbacks that were allowed, until they end. Each begins and ends once, and says so.
@Singleton
class Sessions {
    private final SessionRepository sessions;
    private final Access access;
    private final Outbox outbox;
    private final Times times;

    Sessions(SessionRepository sessions, Access access, Outbox outbox, Times times) {
        this.sessions = sessions;
        this.access = access;
        this.outbox = outbox;
        this.times = times;
    }

    /// Answers those that end because of it.
    @Transactional
    public List<PlaybackSession> begin(PlaybackSession session, Collection<String> takenOver) {
        sessions.save(session);
        outbox.add(new PlaybackStarted(
                session.id(),
                session.titleId(),
                session.viewerId(),
                session.profileId(),
                session.assetId(),
                session.assetVersion(),
                session.deviceKind().name().toLowerCase(Locale.ROOT),
                session.tier(),
                session.kept()));
        var grant = session.grantId();
        if (grant != null && !session.kept()) {
            access.watched(session.viewerId(), grant);
        }
        var freed = all(takenOver);
        freed.forEach(it -> end(it, EndedBecause.TAKEN_OVER));
        return freed;
    }

    /// Nothing changes where it has ended already.
    @Transactional
    public void end(PlaybackSession session, EndedBecause because) {
        if (sessions.end(session.id(), because.name(), times.now()) == 1) {
            outbox.add(new PlaybackEnded(session.id(), session.titleId(), session.viewerId(), because.label()));
        }
    }

    /// False where it has ended meanwhile.
    @Transactional
    public boolean renew(PlaybackSession session, Instant tokenUntil) {
        return sessions.renew(session.id(), times.now(), tokenUntil) == 1;
    }

    PlaybackSession get(String id) {
        return sessions.findById(id).orElseThrow(() -> unknown(id));
    }

    /// Nobody learns whether another viewer has such a session.
    PlaybackSession own(String id, String viewerId) {
        return sessions.findById(id)
                .filter(it -> it.viewerId().equals(viewerId))
                .orElseThrow(() -> unknown(id));
    }

    PlaybackSession running(String id, String viewerId) {
        var session = own(id, viewerId);
        var end = times.end(session);
        if (end != null) {
            throw ended(end);
        }
        return session;
    }

    static Gone ended(EndedBecause because) {
        return new Gone("playback.session.ended", "This playback is over: " + because.words());
    }

    List<PlaybackSession> all(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : sessions.all(ids.toArray(String[]::new));
    }

    Page<PlaybackSession> list(
            int limit,
            @Nullable String after,
            @Nullable String viewerId,
            @Nullable String titleId,
            @Nullable Boolean running) {
        var rows = sessions.page(
                Cursor.read(PlaybackSession.PREFIX, after), viewerId, titleId, running, times.now(), limit + 1);
        return Page.of(rows, limit, PlaybackSession::id);
    }

    private static NotFound unknown(String id) {
        return new NotFound("playback.session.unknown", "playback session " + id);
    }
}
