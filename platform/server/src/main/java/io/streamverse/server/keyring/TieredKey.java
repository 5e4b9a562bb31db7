package io.streamverse.server.keyring;

import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.work.ContentKey;
import org.jspecify.annotations.Nullable;

/// Without a tier it opens all tracks of its version.
public record TieredKey(ContentKey key, @Nullable KeyTier tier) {
    public boolean within(@Nullable Integer maximumHeight) {
        return maximumHeight == null || tier == null || tier.within(maximumHeight);
    }
}
