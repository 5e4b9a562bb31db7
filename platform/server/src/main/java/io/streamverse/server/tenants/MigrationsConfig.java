package io.streamverse.server.tenants;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/// Who is migrated first, how many at once, how long a lock is waited for, and from which share of failures in a wave
/// on it all stops.
@ConfigurationProperties("tenants.migrations")
record MigrationsConfig(
        @Bindable(defaultValue = "") List<String> canaries,
        @Bindable(defaultValue = "4") @Min(1) @Max(32) int parallel,
        @Bindable(defaultValue = "2s") Duration lockTimeout,

        @Bindable(defaultValue = "0.05") @DecimalMin("0") @DecimalMax("1")
        double stopAbove) {}
