package io.streamverse.server.catalog;

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

@Controller("/v1/titles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Titles")
class TitlesController {
    private final Titles titles;
    private final Bodies bodies;
    private final Idempotency idempotency;

    TitlesController(Titles titles, Bodies bodies, Idempotency idempotency) {
        this.titles = titles;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Get
    @RequiredScope(Scope.CATALOG_READ)
    @Operation(operationId = "listTitles", summary = "The titles of this environment, newest first")
    Page<TitleResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable TitleState state,
            @QueryValue @Nullable String externalId,
            @Parameter(description = "`false`: those without an `ageRating`, which no profile with an age limit finds.")
                    @QueryValue
                    @Nullable
                    Boolean rated) {
        var wanted = new WantedTitles(state, externalId, rated);
        return titles.list(limit, after, wanted).map(TitleResponse::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.CATALOG_WRITE)
    @Operation(operationId = "createTitle", summary = "Make a title, as a draft")
    TitleResponse create(HttpRequest<?> http, @Body @Valid NewTitleRequest request) {
        return idempotency.once(
                "default", http, request, TitleResponse.class, () -> TitleResponse.of(titles.create(request.wanted())));
    }

    @Get("/{id}")
    @RequiredScope(Scope.CATALOG_READ)
    @Operation(operationId = "getTitle", summary = "One title, in all its languages")
    HttpResponse<TitleResponse> get(String id) {
        return answer(titles.get(id));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.CATALOG_WRITE)
    @Operation(
            operationId = "updateTitle",
            summary = "Change a title",
            description = "A published one stays published, and so must go on lacking nothing: else 409.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TitlePatch.class)))
    HttpResponse<TitleResponse> change(String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(titles.change(id, ifMatch, current -> bodies.patched(current, patch)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.CATALOG_WRITE)
    @Operation(operationId = "deleteTitle", summary = "Delete a title; its asset stays")
    void delete(String id) {
        titles.delete(id);
    }

    @Post("/{id}/publication")
    @RequiredScope(Scope.CATALOG_WRITE)
    @Operation(
            operationId = "publishTitle",
            summary = "Let viewers find a title",
            description =
                    "It needs a name in one language, and an asset that is ready; what is missing is named with 409."
                            + " Without an `ageRating` profiles with an age limit, such as children's, do not find it.")
    HttpResponse<TitleResponse> publish(String id) {
        return answer(titles.publish(id));
    }

    @Delete("/{id}/publication")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.CATALOG_WRITE)
    @Operation(
            operationId = "unpublishTitle",
            summary = "Make a title a draft again; nobody can begin to watch it then")
    void unpublish(String id) {
        titles.unpublish(id);
    }

    private static HttpResponse<TitleResponse> answer(Title title) {
        return HttpResponse.ok(TitleResponse.of(title)).header(ETAG, ETag.of(title.version()));
    }
}
