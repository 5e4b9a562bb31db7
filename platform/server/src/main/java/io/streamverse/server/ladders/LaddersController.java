package io.streamverse.server.ladders;

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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/v1/ladders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Ladders")
class LaddersController {
    private final Ladders ladders;
    private final Bodies bodies;
    private final Idempotency idempotency;

    LaddersController(Ladders ladders, Bodies bodies, Idempotency idempotency) {
        this.ladders = ladders;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Get
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "listLadders", summary = "Your ladders, newest first, then the built-in ones")
    Page<LadderResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String externalId) {
        return ladders.list(limit, after, externalId).map(LadderResponse::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(operationId = "createLadder", summary = "Make a ladder of your own")
    LadderResponse create(HttpRequest<?> http, @Body @Valid NewLadderRequest request) {
        return idempotency.once(
                "default",
                http,
                request,
                LadderResponse.class,
                () -> LadderResponse.of(ladders.create(request.wanted())));
    }

    @Get("/{id}")
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "getLadder", summary = "A ladder by id or name, as it is or as it was")
    HttpResponse<LadderResponse> get(
            String id,
            @Parameter(description = "An earlier one; by its id, also of a ladder that was deleted.")
                    @QueryValue
                    @Nullable
                    @Min(1)
                    Integer version) {
        return answer(version == null ? ladders.get(id) : ladders.get(id, version));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(operationId = "updateLadder", summary = "Make a ladder's next version; running encodes keep theirs")
    @RequestBody(content = @Content(schema = @Schema(implementation = LadderPatch.class)))
    HttpResponse<LadderResponse> change(String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(ladders.change(id, ifMatch, current -> bodies.patched(current, patch)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(operationId = "deleteLadder", summary = "Delete a ladder; what it was can still be read by version")
    void remove(String id) {
        ladders.remove(id);
    }

    private static HttpResponse<LadderResponse> answer(LadderVersion ladder) {
        return HttpResponse.ok(LadderResponse.of(ladder)).header(ETAG, ETag.of(ladder.version()));
    }
}
