package io.streamverse.server.gateway;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/// Where billing listens, and how long its answer is waited for.
@ConfigurationProperties("billing")
record BillingConfig(
        URI url,
        @Bindable(defaultValue = "2s") Duration connectTimeout,
        @Bindable(defaultValue = "30s") Duration timeout) {}
