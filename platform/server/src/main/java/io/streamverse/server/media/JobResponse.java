package io.streamverse.server.media;

import io.streamverse.server.jobs.JobView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(name = "Job", description = "Work on an asset.")
record JobResponse(
        String id,
        String assetId,
        int version,

        @Schema(description = "`fetch`, `analyse` or `encode`.")
        String kind,

        JobState state,

        @Schema(description = "From 0 to 1.") double progress,

        @Schema(description = "How many tasks begin before its next one, where it waits for its turn.") @Nullable
        Integer position,

        @Schema(description = "Why nothing of it runs.") @Nullable
        JobWait waitsFor,

        @Schema(description = "An estimate.") @Nullable Long remainingSeconds,

        @Schema(description = "Why it failed, where it did: stable, for programs.") @Nullable
        String code,

        @Schema(description = "The same, for a person.") @Nullable
        String detail,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static JobResponse of(AssetJob job, Optional<JobView> seen) {
        return seen.map(JobResponse::of)
                .orElseGet(() -> new JobResponse(
                        job.jobId(),
                        job.assetId(),
                        job.number(),
                        job.kind(),
                        JobState.QUEUED,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        job.createdAt(),
                        null,
                        null));
    }

    boolean isOver() {
        return endedAt != null;
    }

    private static JobResponse of(JobView it) {
        var wait = it.waitsFor();
        var remaining = it.remaining();
        return new JobResponse(
                it.id(),
                it.assetId(),
                it.version(),
                it.kind(),
                JobState.valueOf(it.state().name()),
                it.progress(),
                it.position(),
                wait == null ? null : JobWait.valueOf(wait.name()),
                remaining == null ? null : remaining.toSeconds(),
                it.code(),
                it.detail(),
                it.queuedAt(),
                it.startedAt(),
                it.endedAt());
    }
}
