package io.streamverse.server.drm;

import io.micronaut.core.annotation.Introspected;

/// Hex.
@Introspected
record ProviderSecret(String key, String iv) {
    @Override
    public String toString() {
        return "ProviderSecret";
    }
}
