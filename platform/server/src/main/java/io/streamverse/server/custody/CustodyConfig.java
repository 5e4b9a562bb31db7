package io.streamverse.server.custody;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Which service wraps tenants' keys and how it is reached; how long, and how many, keys are remembered unwrapped.
@ConfigurationProperties("custody")
record CustodyConfig(
        @Bindable(defaultValue = "local") Kms kms,
        @Nullable URI url,
        @Nullable String key,
        @Nullable String token,
        @Nullable String region,
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey,
        @Nullable String sessionToken,
        @Nullable URI metadataUrl,
        @Bindable(defaultValue = "5s") Duration timeout,
        @Bindable(defaultValue = "10m") Duration rememberFor,
        @Bindable(defaultValue = "1000") @Min(1) int rememberAtMost) {

    static String demand(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("custody.%s is missing".formatted(name));
        }
        return value;
    }

    @Override
    public String toString() {
        return "CustodyConfig of " + kms;
    }
}
