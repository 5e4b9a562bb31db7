package io.streamverse.server.keyring;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.server.custody.Closed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Without a tier it opens all tracks of its version.
@MappedEntity("content_key")
record SealedKey(
        @Id String id,
        @Nullable String setId,
        @Nullable String tier,
        @Nullable Integer tenantKey,
        String sealed,
        Instant createdAt) {

    Closed closed() {
        return new Closed(tenantKey, sealed);
    }

    SealedKey under(Closed closed) {
        return new SealedKey(id, setId, tier, closed.tenantKey(), closed.text(), createdAt);
    }

    @Nullable
    KeyTier keyTier() {
        return tier == null ? null : KeyTier.labelled(tier).orElseThrow();
    }

    @Override
    public String toString() {
        return id;
    }
}
