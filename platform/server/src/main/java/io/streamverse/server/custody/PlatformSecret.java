package io.streamverse.server.custody;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Size;

/// What tenants' keys are wrapped under where no other service does, and what the first content keys were closed under.
@ConfigurationProperties("drm")
record PlatformSecret(@Size(min = 32) String secret) {
    @Override
    public String toString() {
        return "PlatformSecret";
    }
}
