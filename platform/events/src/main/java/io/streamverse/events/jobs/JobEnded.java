package io.streamverse.events.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All its tasks are done, or one cannot be, or nobody wants it any more: `outcome` is `done`, `failed` or `cancelled`.
/// With the results of the tasks that finished, and what every try cost.
public record JobEnded(
        String jobId,
        String assetId,
        int version,
        String kind,
        String outcome,
        @Nullable String code,
        @Nullable String detail,
        List<TaskResult> results,
        List<TaskAttempt> attempts)
        implements JobEvent {}
