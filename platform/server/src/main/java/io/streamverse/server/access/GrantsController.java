package io.streamverse.server.access;

import static io.micronaut.http.HttpHeaders.ETAG;
import static io.micronaut.http.HttpHeaders.IF_MATCH;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/v1/viewers/{viewerId}/grants")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Access")
class GrantsController {
    private final Grants grants;
    private final Bodies bodies;
    private final Idempotency idempotency;

    GrantsController(Grants grants, Bodies bodies, Idempotency idempotency) {
        this.grants = grants;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Get
    @RequiredScope(Scope.ACCESS_READ)
    @Operation(operationId = "listGrants", summary = "All grants of a viewer, newest first, those that are over too")
    Page<TierGrantResponse> list(
            String viewerId,
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String externalId) {
        return grants.list(viewerId, limit, after, externalId);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.ACCESS_WRITE)
    @Operation(
            operationId = "createGrant",
            summary = "Give a viewer a tier",
            description =
                    "The same from the same source once more answers the grant that there is, also after it has ended;"
                            + " something else from that source is refused with 409.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewGrantRequest.class)))
    TierGrantResponse give(HttpRequest<?> http, String viewerId, @Body @Nullable String body) {
        grants.demandViewer(viewerId);
        var request = bodies.read(body, NewGrantRequest.class);
        return idempotency.once(
                "default",
                http,
                request,
                TierGrantResponse.class,
                () -> grants.response(grants.give(viewerId, request)));
    }

    @Get("/{id}")
    @RequiredScope(Scope.ACCESS_READ)
    @Operation(operationId = "getGrant", summary = "One grant")
    HttpResponse<TierGrantResponse> get(String viewerId, String id) {
        return answer(grants.get(viewerId, id));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.ACCESS_WRITE)
    @Operation(operationId = "updateGrant", summary = "Prolong a grant, or let it give another tier")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantPatch.class)))
    HttpResponse<TierGrantResponse> change(
            String viewerId, String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(grants.change(viewerId, id, ifMatch, current -> bodies.patched(current, patch)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.ACCESS_WRITE)
    @Operation(operationId = "endGrant", summary = "Take a grant away, for good; others of the viewer go on")
    void end(String viewerId, String id) {
        grants.end(viewerId, id);
    }

    private HttpResponse<TierGrantResponse> answer(TierGrant grant) {
        return HttpResponse.ok(grants.response(grant)).header(ETAG, ETag.of(grant.version()));
    }
}
