package io.streamverse.billing.quotas;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Quotas")
class QuotasController {
    private final Quotas quotas;
    private final Bodies bodies;

    QuotasController(Quotas quotas, Bodies bodies) {
        this.quotas = quotas;
        this.bodies = bodies;
    }

    @Patch("/quotas/{meter}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.QUOTAS_WRITE)
    @Operation(operationId = "updateQuota", summary = "Ask for a hard cap, or for a soft one again")
    @RequestBody(content = @Content(schema = @Schema(implementation = QuotaPatch.class)))
    DecidedQuotaResponse change(String meter, @Body String patch) {
        var space = TenantContext.current();
        var current = QuotaPatch.of(quotas.standing(space, meter));
        return DecidedQuotaResponse.of(quotas.change(space, meter, bodies.patched(current, patch)));
    }

    @Get("/budget")
    @RequiredScope(Scope.QUOTAS_READ)
    @Operation(operationId = "getBudget", summary = "What this period may cost, and what it has cost so far")
    BudgetResponse budget() {
        return BudgetResponse.of(quotas.situation(TenantContext.current()));
    }

    @Put("/budget")
    @RequiredScope(Scope.QUOTAS_WRITE)
    @Operation(
            operationId = "setBudget",
            summary = "Refuse hard meters once a period has cost this much; without an amount nothing is refused")
    @RequestBody(content = @Content(schema = @Schema(implementation = BudgetRequest.class)))
    BudgetResponse budget(@Body String body) {
        var request = bodies.read(body, BudgetRequest.class);
        return BudgetResponse.of(quotas.budget(TenantContext.current(), request.amount()));
    }
}
