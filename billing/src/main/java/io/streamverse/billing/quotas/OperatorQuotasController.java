package io.streamverse.billing.quotas;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Quotas (operator)")
class OperatorQuotasController {
    private final Quotas quotas;
    private final Bodies bodies;
    private final Idempotency idempotency;

    OperatorQuotasController(Quotas quotas, Bodies bodies, Idempotency idempotency) {
        this.quotas = quotas;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Post("/quota-grants")
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createQuotaGrant", summary = "Give a tenant more of a meter, once")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewGrantRequest.class)))
    GrantResponse grant(HttpRequest<?> request, @Body String body) {
        var wanted = bodies.read(body, NewGrantRequest.class);
        quotas.demandKnown(wanted.space());
        return idempotency.once(
                "default", request, wanted, GrantResponse.class, () -> GrantResponse.of(quotas.grant(wanted)));
    }

    @Get("/quota-grants")
    @Operation(operationId = "listQuotaGrants", summary = "One-time grants, newest first")
    Page<GrantResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String tenantId) {
        return quotas.grants(limit, after, tenantId).map(GrantResponse::of);
    }

    @Put("/quota-overrides")
    @Operation(operationId = "setQuotaOverride", summary = "Include another amount than the plan does, from now on")
    @RequestBody(content = @Content(schema = @Schema(implementation = OverrideRequest.class)))
    DecidedQuotaResponse override(@Body String body) {
        var wanted = bodies.read(body, OverrideRequest.class);
        quotas.demandKnown(wanted.space());
        return DecidedQuotaResponse.of(quotas.override(wanted));
    }
}
