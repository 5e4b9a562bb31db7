package io.streamverse.kernel.metrics;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The collector that traces are told to, what it is shown, and which share of the traces that begin here are told.
@ConfigurationProperties("telemetry.otlp")
@Requires(property = "telemetry.otlp.endpoint")
record OtlpConfig(
        URI endpoint,
        @Nullable String authorization,
        @Bindable(defaultValue = "1.0") @Min(0) @Max(1) double share,
        @Bindable(defaultValue = "5s") Duration every,
        @Bindable(defaultValue = "3s") Duration timeout) {
    @Override
    public String toString() {
        return "OtlpConfig for " + endpoint.getHost();
    }
}
