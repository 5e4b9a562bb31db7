package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("viewer_profile")
record Profile(
        @Id String id,
        String viewerId,
        String name,
        boolean kids,
        @Nullable Integer maximumAge,
        @Nullable String language,
        Instant createdAt,
        @Version int version) {
    static final String PREFIX = "prf";
    private static final int OLDEST_KID = 12;

    Profile with(ProfilePatch patch) {
        return new Profile(
                id,
                viewerId,
                patch.name(),
                patch.isForKids(),
                patch.maximumAge(),
                patch.language(),
                createdAt,
                version);
    }

    /// A profile for kids is one for kids, whatever else was set.
    ViewerProfile opened() {
        return new ViewerProfile(id, name, kids ? Integer.valueOf(kidsAge()) : maximumAge, kids, language);
    }

    private int kidsAge() {
        return maximumAge == null ? OLDEST_KID : Math.min(maximumAge, OLDEST_KID);
    }
}
