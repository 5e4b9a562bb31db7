package io.streamverse.kernel.metrics;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// The app's name on every metric, and where Prometheus reads them: a port of its own, 0 for any free one, -1 for none.
@ConfigurationProperties("management")
record ManagementConfig(
        String app, @Bindable(defaultValue = "0") int port) {}
