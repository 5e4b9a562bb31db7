package io.streamverse.server.closing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.server.tenants.Closure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Controller("/v1/tenant/closure")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tenant")
class OwnClosureController {
    private final Closures closures;
    private final Idempotency idempotency;

    OwnClosureController(Closures closures, Idempotency idempotency) {
        this.closures = closures;
        this.idempotency = idempotency;
    }

    @Post
    @RequiredScope(Scope.CLOSURE_WRITE)
    @Operation(
            operationId = "closeOwnTenant",
            summary = "Ask for the tenant's end: it can be reopened until the grace is over, then it is erased")
    Closure close(HttpRequest<?> http, @Body @Valid ClosureRequest request) {
        return idempotency.once("control", http, request, Closure.class, () -> closures.closeOwn(request));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.CLOSURE_WRITE)
    @Operation(operationId = "reopenOwnTenant", summary = "Take back an end that the tenant asked for itself")
    void reopen() {
        closures.reopenOwn();
    }
}
