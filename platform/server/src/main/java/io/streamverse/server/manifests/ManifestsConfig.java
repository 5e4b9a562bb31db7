package io.streamverse.server.manifests;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// After how long a manifest is compared with the asset again, since captions come and go; how many bytes of them,
/// and how many of indexes, are kept.
@ConfigurationProperties("manifests")
record ManifestsConfig(
        @Bindable(defaultValue = "10s") Duration recheck,
        @Bindable(defaultValue = "64000000") @Min(1_000_000) long memory) {}
