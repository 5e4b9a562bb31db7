package io.streamverse.billing.subscriptions;

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

@Controller("/operator/v1/subscriptions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Subscriptions (operator)")
class SubscriptionsController {
    private final Subscriptions subscriptions;

    SubscriptionsController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Get
    @Operation(operationId = "listSubscriptions", summary = "Which tenant is on which plan, newest first")
    Page<Subscription> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String tenantId) {
        return subscriptions.list(limit, after, tenantId);
    }
}
