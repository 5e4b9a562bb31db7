package io.streamverse.kernel.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.schedule.Schedule;
import io.streamverse.kernel.schedule.Schedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/operator/v1/schedules")
@Requires(property = "database.control.url")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operations (operator)")
class SchedulesController {
    private final Schedules schedules;

    SchedulesController(Schedules schedules) {
        this.schedules = schedules;
    }

    @Get
    @Operation(operationId = "listSchedules", summary = "Jobs that run by the clock, of one program")
    Page<Schedule> list(@QueryValue(defaultValue = "server") App app) {
        return new Page<>(schedules.list(), false, null);
    }

    @Post("/{name}/runs")
    @Status(HttpStatus.ACCEPTED)
    @Operation(operationId = "runSchedule", summary = "Make a job due now")
    ScheduleRun run(String name, @QueryValue(defaultValue = "server") App app) {
        schedules.runNow(name);
        return new ScheduleRun(name, "due");
    }
}
