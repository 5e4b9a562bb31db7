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
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.server.tenants.Closure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/operator/v1/tenants/{id}/closure")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tenants (operator)")
class ClosureController {
    private final Closures closures;
    private final Bodies bodies;
    private final Idempotency idempotency;

    ClosureController(Closures closures, Bodies bodies, Idempotency idempotency) {
        this.closures = closures;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Post
    @Operation(
            operationId = "closeTenant",
            summary = "Close a tenant: nothing new is built; at the end of the grace it stops and is erased")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClosureRequest.class)))
    Closure close(HttpRequest<?> http, String id, @Body String body) {
        closures.demandKnown(id);
        var request = bodies.read(body, ClosureRequest.class);
        return idempotency.once("control", http, request, Closure.class, () -> closures.close(id, request));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "reopenTenant", summary = "Reopen a tenant before its grace is over: all is as it was")
    void reopen(String id) {
        closures.reopen(id);
    }
}
