package io.streamverse.server.analytics;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// ClickHouse's HTTP interface, who we are there, and which database is ours. Without an address nothing is counted.
@ConfigurationProperties("analytics")
record AnalyticsConfig(
        @Nullable URI url,
        @Bindable(defaultValue = "default") String user,
        @Nullable String password,

        @Bindable(defaultValue = "streamverse") @Pattern(regexp = "[a-z0-9_]{1,60}")
        String database,

        @Bindable(defaultValue = "10s") Duration timeout) {
    @Override
    public String toString() {
        return "AnalyticsConfig for " + database;
    }
}
