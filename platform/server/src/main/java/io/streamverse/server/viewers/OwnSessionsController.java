package io.streamverse.server.viewers;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.ForViewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/viewer/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in (viewer)")
class OwnSessionsController {
    private final Sessions sessions;

    OwnSessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @Get
    @ForViewers
    @Operation(operationId = "listOwnSessions", summary = "Where I am, and lately was, signed in; newest first")
    Page<SessionResponse> list(
            HttpRequest<?> http,
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after) {
        return sessions.list(Caller.of(http).id(), limit, after).map(SessionResponse::of);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(
            operationId = "endOwnSession",
            summary = "Sign me out there: nothing is refreshed and nothing new plays any more")
    void end(HttpRequest<?> http, String id) {
        sessions.revoke(Caller.of(http).id(), id);
    }
}
