package io.streamverse.billing.intake;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Controller("/operator/v1/usage-events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Usage (operator)")
class UsageEventsController {
    private final Intake intake;
    private final Customers customers;
    private final Idempotency idempotency;

    UsageEventsController(Intake intake, Customers customers, Idempotency idempotency) {
        this.intake = intake;
        this.customers = customers;
        this.idempotency = idempotency;
    }

    @Post
    @Status(HttpStatus.OK)
    @Operation(operationId = "reportUsage", summary = "Usage that you meter outside, at most 1,000 events at once")
    UsageResultsResponse report(HttpRequest<?> http, @Body @Valid UsageEventsRequest request) {
        customers.await(request.events().stream()
                .flatMap(it -> TenantId.find(it.tenantId()).stream())
                .distinct()
                .toList());
        return idempotency.once(
                "default",
                http,
                request,
                UsageResultsResponse.class,
                () -> new UsageResultsResponse(intake.fromOutside(request.events())));
    }
}
