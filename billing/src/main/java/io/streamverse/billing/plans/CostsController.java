package io.streamverse.billing.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Controller("/operator/v1/cost-rates")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Plans (operator)")
class CostsController {
    private final Costs costs;
    private final Idempotency idempotency;

    CostsController(Costs costs, Idempotency idempotency) {
        this.costs = costs;
        this.idempotency = idempotency;
    }

    @Get
    @Operation(operationId = "listCostRates", summary = "What the meters cost us, all of it, by meter and currency")
    Page<CostRate> list() {
        return new Page<>(costs.list(), false, null);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createCostRate", summary = "What a meter costs us from an instant to come")
    CostRate add(HttpRequest<?> http, @Body @Valid NewCostRate request) {
        return idempotency.once("default", http, request, CostRate.class, () -> costs.add(request.rate()));
    }
}
