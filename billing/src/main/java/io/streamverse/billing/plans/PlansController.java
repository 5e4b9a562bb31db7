package io.streamverse.billing.plans;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/operator/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Plans (operator)")
class PlansController {
    private final Plans plans;

    PlansController(Plans plans) {
        this.plans = plans;
    }

    @Get
    @Operation(operationId = "listPlans", summary = "The plans, smallest first")
    Page<PlanResponse> list() {
        return new Page<>(plans.list().stream().map(PlanResponse::of).toList(), false, null);
    }
}
