package io.streamverse.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a job stands. `progress` goes from 0 to 1; `position` is how many tasks begin before its next one does, where it
/// waits for its turn, and `waitsFor` says why nothing of it runs; `remaining` is an estimate.
public record JobView(
        String id,
        String assetId,
        int version,
        String kind,
        State state,
        double progress,
        @Nullable Integer position,
        @Nullable Wait waitsFor,
        @Nullable Duration remaining,
        @Nullable String code,
        @Nullable String detail,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<TaskView> tasks) {

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    public enum Wait {
        /// No worker that was seen lately can do it.
        NO_WORKER,
        /// The tenant's share is at work on other jobs of its, or on this one.
        SHARE,
        /// All workers are busy with others' work.
        BUSY,
        /// It failed, and is tried again after a pause.
        RETRY,
        /// The tenant is suspended.
        RESTRICTED
    }

    public enum TaskState {
        WAITING,
        READY,
        RUNNING,
        DONE,
        FAILED,
        DROPPED
    }

    /// `code`, `detail` and `log` are the last failure's, where there was one.
    public record TaskView(
            String name,
            TaskState state,
            double progress,
            double weight,
            int attempts,
            @Nullable String accelerator,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String log) {}
}
