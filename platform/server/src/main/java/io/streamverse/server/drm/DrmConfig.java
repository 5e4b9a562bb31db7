package io.streamverse.server.drm;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Size;

/// What content keys are closed under where they lie.
@ConfigurationProperties("drm")
record DrmConfig(@Size(min = 32) String secret) {
    @Override
    public String toString() {
        return "DrmConfig";
    }
}
