package io.streamverse.server.playback;

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

@Controller("/v1/playback-sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Playback")
class SessionsController {
    private final Sessions sessions;
    private final Running running;
    private final Times times;

    SessionsController(Sessions sessions, Running running, Times times) {
        this.sessions = sessions;
        this.running = running;
        this.times = times;
    }

    @Get
    @RequiredScope(Scope.PLAYBACK_READ)
    @Operation(operationId = "listPlaybackSessions", summary = "Who plays and played what, newest first")
    Page<PlaybackSessionResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String viewerId,
            @QueryValue @Nullable String titleId,
            @QueryValue @Nullable SessionState state) {
        return sessions.list(limit, after, viewerId, titleId, state == null ? null : state == SessionState.RUNNING)
                .map(it -> PlaybackSessionResponse.of(it, times));
    }

    @Get("/{id}")
    @RequiredScope(Scope.PLAYBACK_READ)
    @Operation(operationId = "getPlaybackSession", summary = "A playback session")
    PlaybackSessionResponse get(String id) {
        return PlaybackSessionResponse.of(sessions.get(id), times);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.PLAYBACK_WRITE)
    @Operation(
            operationId = "revokePlaybackSession",
            summary = "Revoke a playback: no renewal, key or licence from now on")
    void revoke(String id) {
        running.revoke(id);
    }
}
