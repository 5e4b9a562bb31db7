package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("viewer")
record Viewer(
        @Id String id,
        @Nullable String externalId,
        @Nullable String email,
        @Nullable String passwordHash,
        @Nullable String name,
        @Nullable String locale,
        Instant createdAt,
        Instant seenAt) {
    static final String PREFIX = "vwr";

    Origin origin() {
        return externalId == null ? Origin.ACCOUNT : Origin.TENANT;
    }

    ViewerAccount account() {
        return new ViewerAccount(id, email, name, locale, createdAt);
    }

    @Override
    public String toString() {
        return "Viewer " + id;
    }
}
