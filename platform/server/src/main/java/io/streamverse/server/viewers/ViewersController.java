package io.streamverse.server.viewers;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/v1/viewers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Viewers")
class ViewersController {
    private final Viewers viewers;
    private final Profiles profiles;
    private final Sessions sessions;

    ViewersController(Viewers viewers, Profiles profiles, Sessions sessions) {
        this.viewers = viewers;
        this.profiles = profiles;
        this.sessions = sessions;
    }

    @Get
    @RequiredScope(Scope.VIEWERS_READ)
    @Operation(operationId = "listViewers", summary = "Who watches, newest first")
    Page<ViewerResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String externalId,
            @QueryValue @Nullable String email) {
        return viewers.list(limit, after, externalId, email).map(ViewerResponse::of);
    }

    @Get("/{id}")
    @RequiredScope(Scope.VIEWERS_READ)
    @Operation(operationId = "getViewer", summary = "One viewer")
    ViewerResponse get(String id) {
        return ViewerResponse.of(viewers.get(id));
    }

    @Get("/{id}/sessions")
    @RequiredScope(Scope.VIEWERS_READ)
    @Operation(operationId = "listViewerSessions", summary = "Where a viewer is, and lately was, signed in")
    Page<SessionResponse> sessions(
            String id,
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after) {
        viewers.get(id);
        return sessions.list(id, limit, after).map(SessionResponse::of);
    }

    @Delete("/{id}/sessions/{sessionId}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.VIEWERS_WRITE)
    @Operation(
            operationId = "revokeViewerSession",
            summary = "Sign a viewer out there: nothing is refreshed and nothing new plays any more")
    void revoke(String id, String sessionId) {
        viewers.get(id);
        sessions.revoke(id, sessionId);
    }

    @Delete("/{id}/pins")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.VIEWERS_WRITE)
    @Operation(
            operationId = "removeViewerPins",
            summary = "Take the PINs of all of a viewer's profiles away, for who has forgotten them")
    void removePins(String id) {
        viewers.get(id);
        profiles.removePins(id);
    }
}
