package io.streamverse.server.uploads;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an upload may be, and how long it is waited for.
@ConfigurationProperties("uploads")
record UploadsConfig(
        @Bindable(defaultValue = "256000000000") @Min(1) @Max(1_000_000_000_000L)
        long largest,

        @Bindable(defaultValue = "8388608") @Min(1) long partSize,
        @Bindable(defaultValue = "24h") Duration expiresAfter,
        @Bindable(defaultValue = "30s") Duration silence,
        @Nullable Path spool) {
    private static final long PARTS = 9_000;
    private static final long MEGABYTE = 1 << 20;

    /// The same for all parts of an upload, in whole megabytes where it is more than usual.
    long partSizeFor(long length) {
        var least = Math.ceilDiv(length, PARTS);
        return least <= partSize ? partSize : Math.ceilDiv(least, MEGABYTE) * MEGABYTE;
    }
}
