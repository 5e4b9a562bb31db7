package io.streamverse.media.lease;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A task, for as long as heartbeats come. `work` is a `Work`, each of `inputs` a `Done`, in JSON, by the name of the
/// task that made it.
public record Lease(
        String id,
        String job,
        String task,
        int attempt,
        String work,
        Map<String, String> inputs,
        @Nullable String checkpoint,
        long leaseMs) {}
