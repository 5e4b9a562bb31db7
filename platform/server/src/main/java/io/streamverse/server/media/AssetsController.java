package io.streamverse.server.media;

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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/v1/assets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Assets")
class AssetsController {
    private final Media media;
    private final Versions versions;
    private final Bundles bundles;
    private final Wishes wishes;
    private final AssetQuotes quotes;
    private final Bodies bodies;
    private final Idempotency idempotency;

    AssetsController(
            Media media,
            Versions versions,
            Bundles bundles,
            Wishes wishes,
            AssetQuotes quotes,
            Bodies bodies,
            Idempotency idempotency) {
        this.media = media;
        this.versions = versions;
        this.bundles = bundles;
        this.wishes = wishes;
        this.quotes = quotes;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Get
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "listAssets", summary = "The assets of this environment, newest first")
    Page<AssetResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable AssetState state,
            @QueryValue @Nullable String externalId) {
        var page = media.list(limit, after, state, externalId);
        var latest = versions.latestOf(page.data());
        var serving = bundles.serving(page.data());
        return page.map(it -> AssetResponse.of(it, latest.get(it.id()), serving.get(it.id())));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(
            operationId = "createAsset",
            summary = "Begin an asset: from an address, or waiting for an upload that names it")
    AssetResponse create(HttpRequest<?> http, @Body @Valid NewAssetRequest request) {
        return idempotency.once("default", http, request, AssetResponse.class, () -> response(begin(http, request)));
    }

    @Get("/{id}")
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "getAsset", summary = "One asset, how far it is and what it holds")
    HttpResponse<AssetResponse> get(String id) {
        return answer(media.get(id));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(operationId = "updateAsset", summary = "Change an asset's name, externalId, metadata or what is kept")
    @RequestBody(content = @Content(schema = @Schema(implementation = AssetPatch.class)))
    HttpResponse<AssetResponse> change(String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(media.change(id, ifMatch, current -> bodies.patched(current, patch)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(operationId = "deleteAsset", summary = "Delete an asset and everything that was made of it")
    void delete(String id) {
        media.delete(id);
    }

    @Post("/{id}/encodes")
    @Status(HttpStatus.ACCEPTED)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(
            operationId = "encodeAsset",
            summary = "Encode an asset that is ready once more, in another way",
            description = "It is the asset's next version. The one before goes on being served until that is ready.")
    AssetResponse encode(HttpRequest<?> http, String id, @Body @Valid EncodeRequest request) {
        return idempotency.once(
                "default",
                http,
                request,
                AssetResponse.class,
                () -> response(media.encodeAgain(id, request, quotes.promised(http, request, id))));
    }

    @Post("/{id}/quotes")
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.QUOTAS_READ)
    @Operation(
            operationId = "quoteAsset",
            summary = "What an encode of an asset would cost, and how long it would wait")
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AssetQuoteResponse.class)))
    HttpResponse<?> quote(HttpRequest<?> http, String id, @Body @Valid EncodeRequest request) {
        return quotes.make(http, id, request);
    }

    private Asset begin(HttpRequest<?> http, NewAssetRequest request) {
        var source = request.source();
        var asset = source == null
                ? media.begin(request.toAsset())
                : media.pull(request.toAsset(), source.address(), source.maxBytes());
        if (request.encode() != null) {
            wishes.put(asset.id(), request.encode(), quotes.promised(http, request.encode(), asset.id()));
        }
        return asset;
    }

    private HttpResponse<AssetResponse> answer(Asset asset) {
        return HttpResponse.ok(response(asset)).header("ETag", ETag.of(asset.version()));
    }

    private AssetResponse response(Asset asset) {
        return AssetResponse.of(
                asset,
                versions.latest(asset).orElse(null),
                bundles.serving(asset.id()).orElse(null));
    }
}
