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
        @Nullable String pinHash,
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
                pinHash,
                version);
    }

    Profile behind(@Nullable Argon2 pin) {
        return new Profile(
                id,
                viewerId,
                name,
                kids,
                maximumAge,
                language,
                createdAt,
                pin == null ? null : pin.toString(),
                version);
    }

    boolean hasPin() {
        return pinHash != null;
    }

    /// Whether whoever has it open may do what others of these are kept from.
    boolean seesAsMuchAs(Profile other) {
        var own = opened().maximumAge();
        var others = other.opened().maximumAge();
        return own == null || (others != null && own >= others);
    }

    ViewerProfile opened() {
        return opened(id, name, kids, maximumAge, language, hasPin());
    }

    /// A profile for kids is one for kids, whatever else was set.
    static ViewerProfile opened(
            String id,
            String name,
            boolean kids,
            @Nullable Integer maximumAge,
            @Nullable String language,
            boolean hasPin) {
        return new ViewerProfile(
                id, name, kids ? Integer.valueOf(kidsAge(maximumAge)) : maximumAge, kids, language, hasPin);
    }

    private static int kidsAge(@Nullable Integer maximumAge) {
        return maximumAge == null ? OLDEST_KID : Math.min(maximumAge, OLDEST_KID);
    }
}
