package io.streamverse.server.closing;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/// How long a tenant that closes can be reopened where nobody says otherwise, and how long at least where it asked for
/// its end itself; how long an erasure waits for what is still on its way before it looks once more; how long the slug
/// is held; what certificates say of backups and logs; and what the keys that sign them are closed under.
@ConfigurationProperties("closing")
record ClosingConfig(
        @Size(min = 32) String secret,
        @Bindable(defaultValue = "30d") Duration grace,
        @Bindable(defaultValue = "7d") Duration leastGrace,
        @Bindable(defaultValue = "2h") Duration settle,
        @Bindable(defaultValue = "365d") Duration holdSlug,
        @Bindable(defaultValue = "35d") Duration backups,
        @Bindable(defaultValue = "30d") Duration logs) {
    @Override
    public String toString() {
        return "ClosingConfig";
    }
}
