package io.streamverse.server.viewers;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.security.InLane;
import io.streamverse.kernel.security.Lane;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@InLane(Lane.PLAYBACK)
@Controller("/v1/viewer-sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Viewers")
class ViewerSessionsController {
    private final Viewers viewers;
    private final Tokens tokens;
    private final Idempotency idempotency;

    ViewerSessionsController(Viewers viewers, Tokens tokens, Idempotency idempotency) {
        this.viewers = viewers;
        this.tokens = tokens;
        this.idempotency = idempotency;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.VIEWERS_WRITE)
    @Operation(
            operationId = "createViewerSession",
            summary = "Sign in somebody whom you know; the viewer is made on first use")
    ViewerTokens create(HttpRequest<?> http, @Body @Valid NewViewerSessionRequest request) {
        var stamp = tokens.stamp();
        return idempotency.once(
                "default",
                http,
                request,
                ViewerTokens.class,
                () -> tokens.of(viewers.sessionOf(request.externalId(), request.session()), stamp));
    }
}
