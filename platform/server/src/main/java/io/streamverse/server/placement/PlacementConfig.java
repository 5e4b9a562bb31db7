package io.streamverse.server.placement;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long what a moved tenant left behind is kept: longer than any server may believe that the tenant is still there.
@ConfigurationProperties("placement")
record PlacementConfig(@Bindable(defaultValue = "10m") Duration keepLeftBehind) {}
