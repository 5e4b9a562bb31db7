package io.streamverse.server.viewers;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
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
    private final Ids ids;
    private final InstantSource clock;

    Profiles(ProfileRepository profiles, Ids ids, InstantSource clock) {
        this.profiles = profiles;
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
    Profile create(String viewerId, ProfilePatch wanted) {
        profiles.beAlone(viewerId);
        if (list(viewerId).size() >= MOST) {
            throw new Conflict("viewers.profile.too-many", "An account has at most %d profiles".formatted(MOST));
        }
        return save(viewerId, wanted);
    }

    @Transactional
    Profile change(String viewerId, String id, @Nullable String ifMatch, UnaryOperator<ProfilePatch> edit) {
        var current = get(viewerId, id);
        ETag.demand(ifMatch, current.version());
        return profiles.update(current.with(edit.apply(ProfilePatch.of(current))));
    }

    @Transactional
    void remove(String viewerId, String id) {
        profiles.beAlone(viewerId);
        get(viewerId, id);
        if (list(viewerId).size() == 1) {
            throw new Conflict("viewers.profile.last", "An account keeps one profile");
        }
        profiles.deleteById(id);
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
                0));
    }
}
