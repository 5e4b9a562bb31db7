package io.streamverse.server.playback;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long tokens, licences and sessions hold, when a player counts as lost, and who says where a viewer is.
@ConfigurationProperties("playback")
record PlaybackConfig(
        @Bindable(defaultValue = "5m") Duration tokenLife,
        @Bindable(defaultValue = "1h") Duration pause,
        @Bindable(defaultValue = "1h") Duration licenceLife,
        @Bindable(defaultValue = "30s") Duration heartbeat,
        @Bindable(defaultValue = "90s") Duration lostAfter,
        @Bindable(defaultValue = "24h") Duration longest,
        @Bindable(defaultValue = "") String territoryHeader) {}
