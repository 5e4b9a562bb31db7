package io.streamverse.kernel.security;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Size;

/// The secret that server and billing share, at least 32 characters.
@ConfigurationProperties("internal-tokens")
record InternalTokenConfig(@Size(min = 32) String secret) {
    @Override
    public String toString() {
        return "InternalTokenConfig";
    }
}
