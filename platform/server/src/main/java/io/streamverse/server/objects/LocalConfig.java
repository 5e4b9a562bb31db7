package io.streamverse.server.objects;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;

/// The folder that holds objects, and the secret that signs their addresses.
@ConfigurationProperties("storage")
record LocalConfig(Path root, @Size(min = 32) String secret) {
    @Override
    public String toString() {
        return "LocalConfig of " + root;
    }
}
