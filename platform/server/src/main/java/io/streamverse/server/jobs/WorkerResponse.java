package io.streamverse.server.jobs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Worker", description = "A media worker: what it can do, and what it does now.")
record WorkerResponse(
        String id,
        String name,
        @Schema(description = "Of the program.") String version,

        @Schema(description = "`away` where nothing was heard of it for two minutes.")
        WorkerState state,

        @Schema(description = "Tasks it does at once.") int slots,

        @Schema(description = "Of work, such as `EncodeVideo`.")
        List<String> kinds,

        List<String> accelerators,

        @Schema(description = "That work on it, as codec and accelerator: `h264/gpu`.")
        List<String> encoders,

        @Schema(description = "The accelerator's name for itself.") @Nullable
        String device,

        List<WorkerTask> tasks,
        Instant registeredAt,
        Instant seenAt) {

    static WorkerResponse of(WorkerRepository.Row worker, List<WorkerTask> tasks, Instant seenLately) {
        return new WorkerResponse(
                worker.id(),
                worker.name(),
                worker.version(),
                state(worker.seenAt().isBefore(seenLately), tasks),
                worker.slots(),
                worker.kinds(),
                worker.accelerators(),
                worker.encoders(),
                worker.device(),
                tasks,
                worker.registeredAt(),
                worker.seenAt());
    }

    private static WorkerState state(boolean away, List<WorkerTask> tasks) {
        if (away) {
            return WorkerState.AWAY;
        }
        return tasks.isEmpty() ? WorkerState.IDLE : WorkerState.WORKING;
    }
}
