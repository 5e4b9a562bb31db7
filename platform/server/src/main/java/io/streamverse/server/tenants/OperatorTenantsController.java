package io.streamverse.server.tenants;

import static io.micronaut.http.HttpHeaders.ETAG;
import static io.micronaut.http.HttpHeaders.IF_MATCH;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.http.Page;
import io.streamverse.server.placement.Placement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1/tenants")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tenants (operator)")
class OperatorTenantsController {
    private final Tenants tenants;
    private final Placement placement;
    private final SignUp signUp;
    private final Bodies bodies;
    private final Idempotency idempotency;
    private final TenantsConfig config;

    OperatorTenantsController(
            Tenants tenants,
            Placement placement,
            SignUp signUp,
            Bodies bodies,
            Idempotency idempotency,
            TenantsConfig config) {
        this.tenants = tenants;
        this.placement = placement;
        this.signUp = signUp;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.config = config;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createTenant", summary = "Make a tenant: usable when this answers")
    TenantResponse create(HttpRequest<?> http, @Body @Valid NewTenantRequest request) {
        return idempotency.spanning("control", http, request, TenantResponse.class, remember -> {
            var made = signUp.create(request, it -> remember.accept(response(it)));
            return response(made);
        });
    }

    @Get
    @Operation(operationId = "listTenants", summary = "All tenants, newest first")
    Page<TenantResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String slug,
            @QueryValue @Nullable String externalId) {
        return tenants.list(limit, after, slug, externalId).map(this::response);
    }

    @Get("/{id}")
    @Operation(operationId = "getTenant", summary = "One tenant")
    HttpResponse<TenantResponse> get(String id) {
        return answer(tenants.get(id));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "updateTenant", summary = "Change a tenant's name, plan, owner or metadata")
    @RequestBody(content = @Content(schema = @Schema(implementation = TenantPatch.class)))
    HttpResponse<TenantResponse> change(String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(tenants.change(id, ifMatch, current -> bodies.patched(current, patch)));
    }

    private HttpResponse<TenantResponse> answer(Tenant tenant) {
        return HttpResponse.ok(response(tenant)).header(ETAG, ETag.of(tenant.version()));
    }

    private TenantResponse response(CreatedTenant made) {
        return TenantResponse.of(made, config).in(placement.of(made.tenant().id()));
    }

    private TenantResponse response(Tenant tenant) {
        return TenantResponse.of(tenant, config).in(placement.of(tenant.id()));
    }
}
