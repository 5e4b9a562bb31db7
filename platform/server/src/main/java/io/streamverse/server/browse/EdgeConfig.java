package io.streamverse.server.browse;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Where a viewer is goes by what decides whether something plays.
@ConfigurationProperties("playback")
record EdgeConfig(@Bindable(defaultValue = "") String territoryHeader) {}
