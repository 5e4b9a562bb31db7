package io.streamverse.server.closing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tenants (operator)")
class ErasureController {
    private static final String JOSE = "application/jose";
    private final Closures closures;
    private final Erasures erasures;
    private final Bodies bodies;
    private final Idempotency idempotency;

    ErasureController(Closures closures, Erasures erasures, Bodies bodies, Idempotency idempotency) {
        this.closures = closures;
        this.erasures = erasures;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Post("/tenants/{id}/erasure")
    @Status(HttpStatus.ACCEPTED)
    @Operation(operationId = "eraseTenant", summary = "Erase a tenant now, whatever its grace: nothing takes it back")
    @RequestBody(content = @Content(schema = @Schema(implementation = ErasureRequest.class)))
    ErasureResponse begin(HttpRequest<?> http, String id, @Body String body) {
        closures.demandKnown(id);
        var request = bodies.read(body, ErasureRequest.class);
        return idempotency.once(
                "control",
                http,
                request,
                ErasureResponse.class,
                () -> ErasureResponse.of(erasures.begin(id, request), List.of()));
    }

    @Get("/erasures")
    @Operation(operationId = "listErasures", summary = "Erasures that run and that ran, newest first")
    Page<ErasureResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String tenantId) {
        return erasures.list(limit, after, tenantId).map(it -> ErasureResponse.of(it, List.of()));
    }

    @Get("/erasures/{id}")
    @Operation(operationId = "getErasure", summary = "How an erasure stands, store by store")
    ErasureResponse get(String id) {
        return ErasureResponse.of(erasures.get(id), erasures.steps(id));
    }

    @Get("/erasures/{id}/certificate")
    @Produces(JOSE)
    @Operation(
            operationId = "getErasureCertificate",
            summary = "What was removed, what expires when, what is kept and why, signed: a JWS in compact form")
    String certificate(String id) {
        return erasures.certificate(id);
    }
}
