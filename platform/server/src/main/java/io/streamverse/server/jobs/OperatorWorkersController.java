package io.streamverse.server.jobs;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1/workers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operations (operator)")
class OperatorWorkersController {
    private final Workers workers;

    OperatorWorkersController(Workers workers) {
        this.workers = workers;
    }

    @Get
    @Operation(operationId = "listWorkers", summary = "Media workers, newest first: what each can do, and does now")
    Page<WorkerResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit, @QueryValue @Nullable String after) {
        return workers.list(limit, after);
    }
}
