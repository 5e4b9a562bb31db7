package io.streamverse.events.media;

import java.util.List;

/// Work for a version of an asset, in tasks that wait for one another. `kind` is `fetch`, `analyse` or `encode`.
public record WorkWanted(String assetId, int version, String jobId, String kind, int priority, List<WantedTask> tasks)
        implements MediaEvent {}
