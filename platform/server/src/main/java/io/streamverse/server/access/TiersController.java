package io.streamverse.server.access;

import static io.micronaut.http.HttpHeaders.ETAG;
import static io.micronaut.http.HttpHeaders.IF_MATCH;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/v1/tiers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Access")
class TiersController {
    private final Tiers tiers;
    private final Bodies bodies;

    TiersController(Tiers tiers, Bodies bodies) {
        this.tiers = tiers;
        this.bodies = bodies;
    }

    @Schema(name = "TierList")
    record TierList(List<TierResponse> data) {}

    @Get
    @RequiredScope(Scope.ACCESS_READ)
    @Operation(operationId = "listTiers", summary = "All tiers, the lowest first")
    TierList list() {
        return new TierList(tiers.all().stream().map(TierResponse::of).toList());
    }

    @Get("/{name}")
    @RequiredScope(Scope.ACCESS_READ)
    @Operation(operationId = "getTier", summary = "One tier")
    HttpResponse<TierResponse> get(String name) {
        return answer(HttpResponse.ok(), tiers.get(name));
    }

    @Put("/{name}")
    @RequiredScope(Scope.ACCESS_WRITE)
    @Operation(operationId = "putTier", summary = "Make a tier, or replace it as a whole")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TierResponse.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = TierResponse.class)))
    HttpResponse<TierResponse> put(
            String name, @Header(IF_MATCH) @Nullable String ifMatch, @Body @Valid PutTierRequest request) {
        var put = tiers.put(name, ifMatch, request.wanted());
        return answer(put.isNew() ? HttpResponse.created(name) : HttpResponse.ok(), put.tier());
    }

    @Patch("/{name}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.ACCESS_WRITE)
    @Operation(operationId = "updateTier", summary = "Change a tier; who is watching goes on as he began")
    @RequestBody(content = @Content(schema = @Schema(implementation = TierPatch.class)))
    HttpResponse<TierResponse> change(String name, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(HttpResponse.ok(), tiers.change(name, ifMatch, current -> bodies.patched(current, patch)));
    }

    @Delete("/{name}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.ACCESS_WRITE)
    @Operation(operationId = "deleteTier", summary = "Delete a tier that no viewer has")
    void delete(String name) {
        tiers.delete(name);
    }

    private static HttpResponse<TierResponse> answer(MutableHttpResponse<?> response, TierRow tier) {
        return response.header(ETAG, ETag.of(tier.version())).body(TierResponse.of(tier));
    }
}
