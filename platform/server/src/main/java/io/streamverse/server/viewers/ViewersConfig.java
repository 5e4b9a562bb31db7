package io.streamverse.server.viewers;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/// How long viewers stay signed in, and what their tokens hang on.
@ConfigurationProperties("viewers")
record ViewersConfig(
        @Size(min = 32) String secret,
        @Bindable(defaultValue = "15m") Duration accessToken,
        @Bindable(defaultValue = "30d") Duration session,
        @Bindable(defaultValue = "90d") Duration key,
        @Bindable(defaultValue = "2") @Min(1) @Max(64) int parallelHashes) {
    @Override
    public String toString() {
        return "ViewersConfig";
    }
}
