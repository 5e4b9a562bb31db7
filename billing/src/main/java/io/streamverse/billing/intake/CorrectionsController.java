package io.streamverse.billing.intake;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.billing.metering.Correction;
import io.streamverse.billing.metering.Metering;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Controller("/operator/v1/usage-corrections")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Usage (operator)")
class CorrectionsController {
    private final Metering metering;
    private final Idempotency idempotency;

    CorrectionsController(Metering metering, Idempotency idempotency) {
        this.metering = metering;
        this.idempotency = idempotency;
    }

    @Post
    @Status(HttpStatus.OK)
    @Operation(operationId = "correctUsage", summary = "Take an entry back, and book the right quantity instead")
    UsageResultsResponse correct(HttpRequest<?> http, @Body @Valid CorrectionRequest request) {
        var tenant = TenantId.find(request.tenantId())
                .orElseThrow(() -> new NotFound("tenants.tenant.unknown", "tenant " + request.tenantId()));
        var correction = new Correction(
                new TenantSpace(tenant, request.env()),
                request.source(),
                request.id(),
                request.reason(),
                request.quantity());
        return idempotency.once(
                "default",
                http,
                request,
                UsageResultsResponse.class,
                () -> new UsageResultsResponse(metering.correct(correction).stream()
                        .map(UsageResult::of)
                        .toList()));
    }
}
