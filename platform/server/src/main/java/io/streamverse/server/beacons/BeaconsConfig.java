package io.streamverse.server.beacons;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/// The secret that beacon tokens are signed with, how long after its playback a player may still tell, and how often.
@ConfigurationProperties("beacons")
record BeaconsConfig(
        @Size(min = 32) String secret,
        @Bindable(defaultValue = "24h") Duration grace,
        @Bindable(defaultValue = "600") @Min(1) int messagesPerMinute) {
    @Override
    public String toString() {
        return "BeaconsConfig with a grace of " + grace;
    }
}
