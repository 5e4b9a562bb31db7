package io.streamverse.server.viewers;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.usage.ViewerSeen;
import io.streamverse.events.viewers.ViewerSessionEnded;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.NotFound;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class Sessions {
    private static final Duration SEEN_AGAIN = Duration.ofHours(12);
    private final SessionRepository sessions;
    private final ViewerRepository viewers;
    private final Outbox outbox;
    private final ViewersConfig config;
    private final Ids ids;
    private final InstantSource clock;

    Sessions(
            SessionRepository sessions,
            ViewerRepository viewers,
            Outbox outbox,
            ViewersConfig config,
            Ids ids,
            InstantSource clock) {
        this.sessions = sessions;
        this.viewers = viewers;
        this.outbox = outbox;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Watcher> watcher(String id, @Nullable String profileId) {
        return sessions.watcher(id, profileId, clock.instant()).map(it -> it.as(id));
    }

    @Transactional
    void open(String id, String profileId) {
        sessions.open(id, profileId);
    }

    Optional<Session> held(String id) {
        return sessions.findById(id).filter(it -> it.holds(clock.instant()));
    }

    Page<Session> list(String viewerId, int limit, @Nullable String after) {
        var rows = sessions.page(viewerId, Cursor.read(Session.PREFIX, after), limit + 1);
        return Page.of(rows, limit, Session::id);
    }

    @Transactional
    Session begin(String viewerId, @Nullable String device) {
        return begin(viewerId, new NewSession(Origin.ACCOUNT, null, null, null, config.session(), device));
    }

    @Transactional
    Session begin(String viewerId, NewSession wanted) {
        var now = clock.instant();
        seen(viewerId, now);
        return sessions.save(new Session(
                ids.next(Session.PREFIX),
                viewerId,
                wanted.origin(),
                wanted.tier(),
                wanted.territory(),
                wanted.maxStreams(),
                1,
                now,
                now,
                now.plus(wanted.life()),
                null,
                null,
                null,
                wanted.device()));
    }

    /// Empty where the token is refused. One that was used before is in two hands: nobody can tell whose are the
    /// viewer's, so the session ends for both.
    @Transactional
    Optional<Session> refresh(RefreshToken token) {
        var now = clock.instant();
        var session = sessions.lock(token.session()).filter(it -> it.holds(now));
        if (session.isEmpty()) {
            return session;
        }
        var current = session.get();
        if (current.generation() != token.generation()) {
            end(current, Ending.REUSE, now);
            return Optional.empty();
        }
        seen(current.viewerId(), now);
        return Optional.of(sessions.update(current.next(now, now.plus(config.session()))));
    }

    @Transactional
    Optional<Session> resume(RefreshToken token) {
        var now = clock.instant();
        var session =
                sessions.lock(token.session()).filter(it -> it.holds(now) && it.generation() == token.generation());
        session.ifPresent(it -> seen(it.viewerId(), now));
        return session.map(it -> sessions.update(it.used(now, now.plus(config.session()))));
    }

    @Transactional
    void logOut(String id) {
        var now = clock.instant();
        sessions.lock(id).filter(it -> it.holds(now)).ifPresent(it -> end(it, Ending.LOGOUT, now));
    }

    @Transactional
    void revoke(String viewerId, String id) {
        var now = clock.instant();
        var session = sessions.lock(id)
                .filter(it -> it.viewerId().equals(viewerId))
                .orElseThrow(() -> new NotFound("viewers.session.unknown", "session " + id));
        if (session.holds(now)) {
            end(session, Ending.REVOCATION, now);
        }
    }

    private void end(Session session, Ending by, Instant now) {
        sessions.update(session.ended(by, now));
        outbox.add(new ViewerSessionEnded(session.viewerId(), session.id(), by.label(), now));
    }

    private void seen(String viewerId, Instant now) {
        if (viewers.seen(viewerId, now, toldBefore(now)) == 1) {
            outbox.add(new ViewerSeen(viewerId, now));
        }
    }

    /// Viewers are counted by the month of their tenant's time zone. Where one may begin, at whatever quarter of an
    /// hour, who was told of before it is told of again.
    private static Instant toldBefore(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC);
        var monthTurns = today.getDayOfMonth() == 1 || today.plusDays(1).getDayOfMonth() == 1;
        return monthTurns
                ? today.truncatedTo(ChronoUnit.HOURS)
                        .plusMinutes(today.getMinute() / 15 * 15L)
                        .toInstant()
                : now.minus(SEEN_AGAIN);
    }
}
