package io.streamverse.server.branding;

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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/v1/branding")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Branding")
class BrandingController {
    private final Branding branding;
    private final Bodies bodies;

    BrandingController(Branding branding, Bodies bodies) {
        this.branding = branding;
        this.bodies = bodies;
    }

    @Get
    @RequiredScope(Scope.BRANDING_READ)
    @Operation(operationId = "getBranding", summary = "How the service looks")
    HttpResponse<BrandResponse> get() {
        return answer(branding.get());
    }

    @Patch
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.BRANDING_WRITE)
    @Operation(operationId = "updateBranding", summary = "Change how the service looks")
    @RequestBody(content = @Content(schema = @Schema(implementation = BrandPatch.class)))
    HttpResponse<BrandResponse> change(@Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(branding.change(ifMatch, current -> bodies.patched(current, patch)));
    }

    private static HttpResponse<BrandResponse> answer(Brand brand) {
        return HttpResponse.ok(BrandResponse.of(brand)).header("ETag", ETag.of(brand.version()));
    }
}
