package io.streamverse.server.media;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;

/// What is reserved for a source that is pulled from elsewhere, where the tenant does not say how large it is at most.
@ConfigurationProperties("media")
record MediaConfig(
        @Bindable(defaultValue = "10000000000") @Min(1) long largestPull) {}
