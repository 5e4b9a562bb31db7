package io.streamverse.server.placement;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/operator/v1/databases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operations (operator)")
class DatabasesController {
    private final Placement placement;

    DatabasesController(Placement placement) {
        this.placement = placement;
    }

    @Get
    @Operation(operationId = "listDatabases", summary = "The databases that hold tenants' schemas, the first one first")
    Page<DatabaseResponse> list() {
        return new Page<>(placement.fills().stream().map(DatabaseResponse::of).toList(), false, null);
    }
}
