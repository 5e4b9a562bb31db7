package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("viewer_session")
record Session(
        @Id String id,
        String viewerId,
        Origin origin,
        @Nullable String tier,
        @Nullable String territory,
        @Nullable Integer maxStreams,
        int generation,
        Instant createdAt,
        Instant refreshedAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable Ending endedBy,
        @Nullable String openProfile,
        @Nullable String device) {
    static final String PREFIX = "vse";

    boolean holds(Instant now) {
        return endedAt == null && now.isBefore(endsAt);
    }

    Session next(Instant now, Instant endsAt) {
        return at(generation + 1, now, endsAt);
    }

    Session used(Instant now, Instant endsAt) {
        return at(generation, now, endsAt);
    }

    Session ended(Ending by, Instant now) {
        return with(generation, refreshedAt, endsAt, now, by);
    }

    /// One of our own goes on for as long as it is used; the tenant said when theirs ends.
    private Session at(int generation, Instant now, Instant endsAt) {
        return with(generation, now, origin == Origin.ACCOUNT ? endsAt : this.endsAt, endedAt, endedBy);
    }

    private Session with(
            int generation, Instant refreshedAt, Instant endsAt, @Nullable Instant endedAt, @Nullable Ending endedBy) {
        return new Session(
                id,
                viewerId,
                origin,
                tier,
                territory,
                maxStreams,
                generation,
                createdAt,
                refreshedAt,
                endsAt,
                endedAt,
                endedBy,
                openProfile,
                device);
    }

    ViewerSession opened() {
        return new ViewerSession(id, viewerId, tier, territory, maxStreams, endsAt, openProfile);
    }
}
