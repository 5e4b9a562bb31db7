package io.streamverse.worker.leases;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;

/// The server, what is shown to it, the name it lists this worker by, how many tasks are done at once, and where their
/// files lie: those of running tasks, and beside them copies for later tasks, up to so many bytes.
@ConfigurationProperties("worker")
record LeasesConfig(
        URI serverUrl,
        @Size(min = 32) String key,
        @Bindable(defaultValue = "worker") String name,
        @Bindable(defaultValue = "1") @Min(1) @Max(256) int slots,
        @Bindable(defaultValue = "worker-files") Path folder,
        @Bindable(defaultValue = "20GB") @ReadableBytes long cache) {
    @Override
    public String toString() {
        return "LeasesConfig for " + serverUrl;
    }
}
