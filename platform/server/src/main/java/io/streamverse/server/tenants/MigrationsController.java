package io.streamverse.server.tenants;

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

@Controller("/operator/v1/migrations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operations (operator)")
class MigrationsController {
    private final Waves waves;

    MigrationsController(Waves waves) {
        this.waves = waves;
    }

    @Get
    @Operation(
            operationId = "listMigrations",
            summary = "How each tenant's schemas stand against this release, newest tenant first")
    Page<MigrationResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Boolean failed) {
        return waves.list(limit, after, failed);
    }
}
