package io.streamverse.worker.tools;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the tools are unpacked, and how much they give way to others.
@ConfigurationProperties("worker")
record ToolsConfig(
        @Nullable Path folder,

        @Min(0) @Max(19) @Bindable(defaultValue = "10") int nice) {}
