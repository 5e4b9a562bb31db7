package io.streamverse.server.objects;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.Duration;

/// The folder that holds objects, the secret that signs their addresses, and after how long an unfinished upload is
/// swept away.
@ConfigurationProperties("storage")
record StorageConfig(
        Path root,
        @Size(min = 32) String secret,
        @Bindable(defaultValue = "72h") Duration unfinishedUploads) {
    @Override
    public String toString() {
        return "StorageConfig for " + root;
    }
}
