package io.streamverse.kernel.redis;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where Redis is, whom to believe that it is the one, what stands before every key, and how long an answer is waited
/// for.
@ConfigurationProperties("redis")
record RedisConfig(
        URI url,
        @Nullable Path ca,
        @Bindable(defaultValue = "") String prefix,
        @Bindable(defaultValue = "300ms") Duration timeout) {
    @Override
    public String toString() {
        return "RedisConfig for " + url.getHost();
    }
}
