package io.streamverse.worker.fetch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/// How long a foreign server may take, and where one may be.
@ConfigurationProperties("fetch")
record FetchConfig(
        @Bindable(defaultValue = "10s") Duration connect,
        @Bindable(defaultValue = "30s") Duration stall,
        @Min(1) @Bindable(defaultValue = "10") int tries,
        @Bindable(defaultValue = "2s") Duration pause,
        @Min(1) @Bindable(defaultValue = "268435456") long part,
        @Bindable(defaultValue = "80,443") List<Integer> ports,
        @Bindable(defaultValue = "") List<String> privateHosts) {}
