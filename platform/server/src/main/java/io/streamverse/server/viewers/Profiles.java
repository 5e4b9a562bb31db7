package io.streamverse.server.viewers;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.security.Caller;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
class Profiles {
    static final int MOST = 8;
    private static final int LONGEST_NAME = 60;
    private final ProfileRepository profiles;
    private final Sessions sessions;
    private final Ids ids;
    private final InstantSource clock;

    Profiles(ProfileRepository profiles, Sessions sessions, Ids ids, InstantSource clock) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Profile> first(String viewerId) {
        return list(viewerId).stream().findFirst();
    }

    Optional<Profile> find(String viewerId, String id) {
        return profiles.findByIdAndViewerId(id, viewerId);
    }

    Profile get(String viewerId, String id) {
        return find(viewerId, id).orElseThrow(() -> new NotFound("viewers.profile.unknown", "profile " + id));
    }

    List<Profile> list(String viewerId) {
        return profiles.findByViewerIdOrderById(viewerId);
    }

    /// The one that everybody has at once.
    @Transactional
    void begin(Viewer viewer) {
        var name = Objects.requireNonNullElse(viewer.name(), "Viewer");
        var shown = name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
        save(viewer.id(), new ProfilePatch(shown, false, null, viewer.locale()));
    }

    @Transactional
    Profile create(Caller caller, ProfilePatch wanted) {
        var viewerId = caller.id();
        profiles.beAlone(viewerId);
        demandKeeper(caller);
        if (list(viewerId).size() >= MOST) {
            throw new Conflict("viewers.profile.too-many", "An account has at most %d profiles".formatted(MOST));
        }
        return save(viewerId, wanted);
    }

    @Transactional
    Profile change(Caller caller, String id, @Nullable String ifMatch, UnaryOperator<ProfilePatch> edit) {
        var current = get(caller.id(), id);
        demandKeeper(caller);
        ETag.demand(ifMatch, current.version());
        return profiles.update(current.with(edit.apply(ProfilePatch.of(current))));
    }

    @Transactional
    void remove(Caller caller, String id) {
        var viewerId = caller.id();
        profiles.beAlone(viewerId);
        get(viewerId, id);
        demandKeeper(caller);
        if (list(viewerId).size() == 1) {
            throw new Conflict("viewers.profile.last", "An account keeps one profile");
        }
        profiles.deleteById(id);
    }

    /// Behind this PIN, or behind none.
    @Transactional
    void put(Caller caller, String id, @Nullable Argon2 pin) {
        profiles.beAlone(caller.id());
        var current = get(caller.id(), id);
        demandKeeper(caller);
        profiles.update(current.behind(pin));
    }

    /// For who has forgotten them.
    @Transactional
    void removePins(String viewerId) {
        profiles.removePins(viewerId);
    }

    boolean isOpen(Caller caller, String id) {
        return sessions.held(caller.viewerSession())
                .map(Session::openProfile)
                .filter(id::equals)
                .isPresent();
    }

    /// Where some are behind a PIN, all are changed by who has the one of them open that sees the most.
    private void demandKeeper(Caller caller) {
        var guarded = list(caller.id()).stream().filter(Profile::hasPin).toList();
        var keepers = guarded.stream().filter(it -> guarded.stream().allMatch(it::seesAsMuchAs));
        if (!guarded.isEmpty() && keepers.noneMatch(it -> isOpen(caller, it.id()))) {
            throw ViewerProfile.locked();
        }
    }

    private Profile save(String viewerId, ProfilePatch wanted) {
        return profiles.save(new Profile(
                ids.next(Profile.PREFIX),
                viewerId,
                wanted.name(),
                wanted.isForKids(),
                wanted.maximumAge(),
                wanted.language(),
                clock.instant(),
                null,
                0));
    }
}
