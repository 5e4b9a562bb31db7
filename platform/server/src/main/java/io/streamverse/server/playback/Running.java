package io.streamverse.server.playback;

import io.streamverse.kernel.redis.RedisAway;
import io.streamverse.kernel.security.Caller;
import io.streamverse.server.viewers.Viewers;
import jakarta.inject.Singleton;
import java.util.Map;

/// A playback that goes on: its player is heard of, gets fresh tokens, and ends it. While Redis is away it goes by the
/// row, so that nobody's film stops.
@Singleton
class Running {
    private final Viewers viewers;
    private final Situations situations;
    private final Places places;
    private final Sessions sessions;
    private final Downloads downloads;
    private final Marks marks;
    private final Answers answers;
    private final Times times;

    Running(
            Viewers viewers,
            Situations situations,
            Places places,
            Sessions sessions,
            Downloads downloads,
            Marks marks,
            Answers answers,
            Times times) {
        this.viewers = viewers;
        this.situations = situations;
        this.places = places;
        this.sessions = sessions;
        this.downloads = downloads;
        this.marks = marks;
        this.answers = answers;
        this.times = times;
    }

    /// Most know no more than that it holds its place, and ask no database.
    void beat(Caller viewer, String id) {
        if (!holdsPlace(viewer.id(), id)) {
            keepPlace(sessions.running(id, viewer.id()));
        }
    }

    RenewalResponse renew(Caller viewer, String id, Origin origin) {
        var session = prolonged(viewer, admitted(viewer, id));
        keepPlace(session);
        var now = times.now();
        var until = answers.tokenUntil(session.player(), session.durationMs(), now, times.endOf(session));
        if (!sessions.renew(session, until)) {
            throw Sessions.ended(EndedBecause.ENDED);
        }
        return answers.renewed(session, now, until, origin);
    }

    /// One that runs, of a viewer who is still signed in and a tenant who may still play.
    PlaybackSession admitted(Caller viewer, String id) {
        var session = sessions.running(id, viewer.id());
        return admitted(session, session.kept() ? viewer.viewerSession() : session.viewerSessionId());
    }

    /// By an address of its own, whose token the caller has checked.
    PlaybackSession admitted(String id) {
        var session = sessions.running(id, sessions.get(id).viewerId());
        return admitted(session, session.viewerSessionId());
    }

    /// What a device keeps outlives the log-in that it began under.
    private PlaybackSession admitted(PlaybackSession session, String login) {
        if (viewers.session(login).isEmpty()) {
            throw Denials.signedOut("The log-in that this playback began under has ended");
        }
        if (situations.suspended()) {
            throw Denials.suspended("This service is suspended: nothing plays for now");
        }
        return session;
    }

    void end(Caller viewer, String id) {
        var session = sessions.own(id, viewer.id());
        sessions.end(session, EndedBecause.ENDED);
        marks.ended(session);
    }

    void revoke(String id) {
        var session = sessions.get(id);
        sessions.end(session, EndedBecause.REVOKED);
        marks.revoked(session);
    }

    private PlaybackSession prolonged(Caller viewer, PlaybackSession session) {
        return session.kept()
                ? downloads.prolong(
                        session,
                        viewers.watcher(viewer.viewerSession(), session.profileId())
                                .orElseThrow())
                : session;
    }

    private boolean holdsPlace(String viewer, String id) {
        try {
            return places.keep(viewer, id);
        } catch (RedisAway e) {
            return false;
        }
    }

    /// One that was not heard of for too long may come back while there is room.
    private void keepPlace(PlaybackSession session) {
        if (session.kept()) {
            return;
        }
        try {
            var claim = places.claim(session.viewerId(), session.id(), session.streams(), Takeover.none());
            if (!claim.taken()) {
                throw Denials.of(
                        Finding.failed(
                                Step.CONCURRENCY,
                                "Nothing was heard of this playback for too long, and others have its place",
                                Map.of("limit", session.streams())),
                        session.titleId());
            }
        } catch (RedisAway e) {
            // It began while places could be counted.
        }
    }
}
