package io.streamverse.server.tenants;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

@Controller("/operator/v1/tenants/{id}/suspension")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tenants (operator)")
class SuspensionController {
    private final Tenants tenants;
    private final Bodies bodies;
    private final Idempotency idempotency;
    private final InstantSource clock;
    private final TenantsConfig config;

    SuspensionController(
            Tenants tenants, Bodies bodies, Idempotency idempotency, InstantSource clock, TenantsConfig config) {
        this.tenants = tenants;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.clock = clock;
        this.config = config;
    }

    @Post
    @Operation(operationId = "suspendTenant", summary = "Suspend a tenant, on every server within a second")
    @RequestBody(content = @Content(schema = @Schema(implementation = SuspensionRequest.class)))
    TenantResponse suspend(HttpRequest<?> http, String id, @Body String body) {
        tenants.get(id);
        var request = bodies.read(body, SuspensionRequest.class);
        return idempotency.once(
                "control",
                http,
                request,
                TenantResponse.class,
                () -> TenantResponse.of(tenants.suspend(id, request.from(clock.instant())), config));
    }

    @Delete
    @Operation(operationId = "resumeTenant", summary = "End a tenant's suspension")
    TenantResponse resume(String id) {
        return TenantResponse.of(tenants.resume(id), config);
    }
}
