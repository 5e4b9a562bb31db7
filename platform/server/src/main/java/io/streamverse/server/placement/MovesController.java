package io.streamverse.server.placement;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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

@Controller("/operator/v1/tenants/{id}/moves")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tenants (operator)")
class MovesController {
    private final Moves moves;
    private final Bodies bodies;
    private final Idempotency idempotency;

    MovesController(Moves moves, Bodies bodies, Idempotency idempotency) {
        this.moves = moves;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "moveTenant",
            summary = "Move a tenant into another database; its writes wait while rows are copied")
    @RequestBody(content = @Content(schema = @Schema(implementation = MoveRequest.class)))
    MoveResponse move(HttpRequest<?> http, String id, @Body String body) {
        var tenant = moves.demandTenant(id);
        var request = bodies.read(body, MoveRequest.class);
        return idempotency.once(
                "control",
                http,
                request,
                MoveResponse.class,
                () -> MoveResponse.of(moves.begin(tenant, request.database())));
    }

    @Get
    @Operation(operationId = "listMoves", summary = "A tenant's moves between databases, newest first")
    Page<MoveResponse> list(String id) {
        return new Page<>(moves.of(id).stream().map(MoveResponse::of).toList(), false, null);
    }
}
