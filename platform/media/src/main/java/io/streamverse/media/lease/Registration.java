package io.streamverse.media.lease;

import io.streamverse.media.plan.Accelerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a worker can do: kinds are names of `Work`, such as `EncodeVideo`; `device` is the accelerator's own name.
public record Registration(
        String name,
        String version,
        int slots,
        List<String> kinds,
        List<Accelerator> accelerators,
        List<Encoder> encoders,
        @Nullable String device) {}
