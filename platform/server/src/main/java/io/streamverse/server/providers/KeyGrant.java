package io.streamverse.server.providers;

import io.streamverse.media.protection.KeyTier;
import io.streamverse.server.keyring.TieredKey;
import java.util.Objects;

/// A key, and what its tier demands of the device.
public record KeyGrant(TieredKey tiered, TierRule rule) {
    String tier() {
        return Objects.requireNonNullElse(tiered.tier(), KeyTier.HD).label();
    }
}
