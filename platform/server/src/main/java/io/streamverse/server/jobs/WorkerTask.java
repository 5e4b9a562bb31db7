package io.streamverse.server.jobs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "What a worker is at.")
record WorkerTask(
        String jobId,
        @Schema(description = "Its name within the job.") String task,
        int attempt,
        @Schema(description = "From 0 to 1.") double progress,
        Instant since) {

    static WorkerTask of(WorkerRepository.Doing it) {
        return new WorkerTask(it.job(), it.task(), it.attempt(), it.progress(), it.since());
    }
}
