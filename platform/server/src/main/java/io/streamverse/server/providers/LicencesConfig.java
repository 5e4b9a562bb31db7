package io.streamverse.server.providers;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Set;

/// How long a provider of licences may take, and hosts that may be asked although they are private or without TLS.
@ConfigurationProperties("drm.licences")
record LicencesConfig(
        @Bindable(defaultValue = "5s") Duration timeout,
        @Bindable(defaultValue = "") Set<String> privateHosts) {}
