package io.streamverse.server.providers;

import io.micronaut.core.annotation.Introspected;

/// Hex.
@Introspected
public record ProviderSecret(String key, String iv) {
    @Override
    public String toString() {
        return "ProviderSecret";
    }
}
