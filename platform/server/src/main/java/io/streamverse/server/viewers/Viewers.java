package io.streamverse.server.viewers;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.usage.ViewerSeen;
import io.streamverse.events.viewers.ViewerRegistered;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
public class Viewers {
    private final ViewerRepository viewers;
    private final Profiles profiles;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;

    Viewers(
            ViewerRepository viewers,
            Profiles profiles,
            Sessions sessions,
            Outbox outbox,
            Ids ids,
            InstantSource clock) {
        this.viewers = viewers;
        this.profiles = profiles;
        this.sessions = sessions;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    public boolean exists(String viewerId) {
        return viewers.existsById(viewerId);
    }

    public Optional<ViewerAccount> account(String viewerId) {
        return viewers.findById(viewerId).map(Viewer::account);
    }

    /// The session of the one who calls; empty once it is revoked or over.
    public Optional<ViewerSession> session(String sessionId) {
        return sessions.held(sessionId).map(Session::opened);
    }

    /// The same with the profile that is named, or the first; asked for together since both are wanted at every start.
    public Optional<Watcher> watcher(String sessionId, @Nullable String profileId) {
        return sessions.watcher(sessionId, profileId);
    }

    /// The viewer's first one where none is named; empty where it is nobody's or another's.
    public Optional<ViewerProfile> profile(String viewerId, @Nullable String profileId) {
        var profile = profileId == null ? profiles.first(viewerId) : profiles.find(viewerId, profileId);
        return profile.map(Profile::opened);
    }

    Viewer get(String id) {
        return viewers.findById(id).orElseThrow(() -> new NotFound("viewers.viewer.unknown", "viewer " + id));
    }

    Page<Viewer> list(int limit, @Nullable String after, @Nullable String externalId, @Nullable String email) {
        var address = email == null ? null : Emails.canonical(email).orElse(email);
        var rows = viewers.page(Cursor.read(Viewer.PREFIX, after), externalId, address, limit + 1);
        return Page.of(rows, limit, Viewer::id);
    }

    @Transactional
    Session register(NewViewer wanted) {
        var now = clock.instant();
        var id = ids.next(Viewer.PREFIX);
        var viewer =
                new Viewer(id, null, wanted.email(), wanted.passwordHash(), wanted.name(), wanted.locale(), now, now);
        if (!made(viewer)) {
            throw new Conflict("viewers.email.taken", "There is an account with this e-mail address");
        }
        return sessions.begin(id, wanted.device());
    }

    /// For an account of the tenant's; the viewer is made where there is none yet.
    @Transactional
    Session sessionOf(String externalId, NewSession wanted) {
        var known = viewers.findByExternalId(externalId);
        if (known.isPresent()) {
            return sessions.begin(known.get().id(), wanted);
        }
        var now = clock.instant();
        made(new Viewer(ids.next(Viewer.PREFIX), externalId, null, null, null, null, now, now));
        return sessions.begin(viewers.findByExternalId(externalId).orElseThrow().id(), wanted);
    }

    private boolean made(Viewer viewer) {
        viewers.add(viewer);
        if (!viewers.existsById(viewer.id())) {
            return false;
        }
        profiles.begin(viewer);
        outbox.add(new ViewerRegistered(viewer.id(), viewer.origin().label(), viewer.createdAt()));
        outbox.add(new ViewerSeen(viewer.id(), viewer.createdAt()));
        return true;
    }
}
