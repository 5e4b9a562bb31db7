package io.streamverse.server.jobs;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Size;

/// What workers show that they are ours.
@ConfigurationProperties("workers")
record WorkersConfig(@Size(min = 32) String key) {
    @Override
    public String toString() {
        return "WorkersConfig";
    }
}
