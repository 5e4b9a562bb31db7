package io.streamverse.server.tenants;

import static io.micronaut.http.HttpHeaders.ETAG;
import static io.micronaut.http.HttpHeaders.IF_MATCH;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/v1/tenant")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tenant")
class TenantController {
    private final Tenants tenants;
    private final Bodies bodies;
    private final TenantsConfig config;

    TenantController(Tenants tenants, Bodies bodies, TenantsConfig config) {
        this.tenants = tenants;
        this.bodies = bodies;
        this.config = config;
    }

    @Get
    @RequiredScope(Scope.TENANT_READ)
    @Operation(operationId = "getOwnTenant", summary = "The tenant this key belongs to")
    HttpResponse<TenantResponse> get() {
        return answer(tenants.get(own()));
    }

    @Patch
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.TENANT_WRITE)
    @Operation(operationId = "updateOwnTenant", summary = "Change the tenant's name, owner, or where its pages are")
    @RequestBody(content = @Content(schema = @Schema(implementation = OwnTenantPatch.class)))
    HttpResponse<TenantResponse> change(@Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(tenants.change(
                own(),
                ifMatch,
                whole -> bodies.patched(OwnTenantPatch.of(whole), patch).in(whole)));
    }

    private static String own() {
        return TenantContext.current().tenant().value();
    }

    private HttpResponse<TenantResponse> answer(Tenant tenant) {
        return HttpResponse.ok(TenantResponse.of(tenant, config)).header(ETAG, ETag.of(tenant.version()));
    }
}
