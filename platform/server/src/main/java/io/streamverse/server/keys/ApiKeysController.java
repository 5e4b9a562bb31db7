package io.streamverse.server.keys;

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
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Controller("/v1/api-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "API keys")
class ApiKeysController {
    private final Keys keys;
    private final ScopeRule scopes;
    private final Bodies bodies;
    private final Idempotency idempotency;

    ApiKeysController(Keys keys, ScopeRule scopes, Bodies bodies, Idempotency idempotency) {
        this.keys = keys;
        this.scopes = scopes;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Get
    @RequiredScope(Scope.KEYS_READ)
    @Operation(operationId = "listApiKeys", summary = "The keys of this environment, newest first")
    Page<KeyResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String externalId) {
        return keys.list(TenantContext.current(), limit, after, externalId).map(KeyResponse::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.KEYS_WRITE)
    @Operation(operationId = "createApiKey", summary = "Make a key; its secret is shown this once")
    SecretKeyResponse create(HttpRequest<?> http, @Body @Valid NewKeyRequest request) {
        scopes.demandGrantable(Caller.of(http), request.scopes());
        var wanted = new NewKey(
                request.name(), request.scopes(), request.expiresAt(), request.externalId(), request.metadata());
        return idempotency.once(
                "control",
                http,
                request,
                SecretKeyResponse.class,
                () -> SecretKeyResponse.of(keys.create(TenantContext.current(), wanted)));
    }

    @Get("/{id}")
    @RequiredScope(Scope.KEYS_READ)
    @Operation(operationId = "getApiKey", summary = "One key, without its secret")
    HttpResponse<KeyResponse> get(String id) {
        return answer(keys.get(TenantContext.current(), id));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequiredScope(Scope.KEYS_WRITE)
    @Operation(operationId = "updateApiKey", summary = "Change a key's name, scopes, expiry or metadata")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeyPatch.class)))
    HttpResponse<KeyResponse> change(
            HttpRequest<?> http, String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(keys.change(TenantContext.current(), id, ifMatch, current -> {
            var wanted = bodies.patched(current, patch);
            scopes.demandGrantable(Caller.of(http), wanted.scopes());
            return wanted;
        }));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.KEYS_WRITE)
    @Operation(operationId = "revokeApiKey", summary = "Revoke a key, on every server within a second")
    void revoke(String id) {
        keys.revoke(TenantContext.current(), id);
    }

    @Post("/{id}/rotation")
    @RequiredScope(Scope.KEYS_WRITE)
    @Operation(operationId = "rotateApiKey", summary = "A new secret for a key; the old one works on for the overlap")
    @RequestBody(content = @Content(schema = @Schema(implementation = RotationRequest.class)))
    SecretKeyResponse rotate(HttpRequest<?> http, String id, @Body @Nullable String body) {
        var space = TenantContext.current();
        scopes.demandGrantable(Caller.of(http), keys.get(space, id).scopes());
        var request = bodies.read(body, RotationRequest.class);
        return idempotency.once(
                "control",
                http,
                request,
                SecretKeyResponse.class,
                () -> SecretKeyResponse.of(keys.rotate(space, id, Duration.ofSeconds(request.overlap()))));
    }

    private static HttpResponse<KeyResponse> answer(ApiKey key) {
        return HttpResponse.ok(KeyResponse.of(key)).header(ETAG, ETag.of(key.version()));
    }
}
