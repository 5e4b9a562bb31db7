package io.streamverse.server.limits;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/quotas")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Quotas")
class QuotasController {
    private final Limits limits;

    QuotasController(Limits limits) {
        this.limits = limits;
    }

    @Get
    @RequiredScope(Scope.QUOTAS_READ)
    @Operation(operationId = "listQuotas", summary = "What may still be used, and where every number comes from")
    QuotasResponse list() {
        return limits.explain();
    }
}
