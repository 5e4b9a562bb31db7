package io.streamverse.server.drm;

import io.streamverse.media.protection.KeyTier;
import java.util.Objects;

/// A key, and what its tier demands of the device.
record KeyGrant(TieredKey tiered, TierRule rule) {
    String tier() {
        return Objects.requireNonNullElse(tiered.tier(), KeyTier.HD).label();
    }
}
