package io.streamverse.server.playback;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.ForGuests;
import io.streamverse.kernel.security.ForViewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller(Answers.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Playback")
class PlaybacksController {
    private final Starting starting;
    private final Running running;
    private final Licences licences;
    private final Origins origins;
    private final Watched watched;
    private final Idempotency idempotency;

    PlaybacksController(
            Starting starting,
            Running running,
            Licences licences,
            Origins origins,
            Watched watched,
            Idempotency idempotency) {
        this.starting = starting;
        this.running = running;
        this.licences = licences;
        this.origins = origins;
        this.watched = watched;
        this.idempotency = idempotency;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @ForGuests
    @Operation(operationId = "startPlayback", summary = "Play a title, or learn why not")
    PlaybackResponse start(HttpRequest<?> http, @Body @Valid StartRequest request) {
        var caller = Caller.of(http);
        var origin = origins.of(http);
        return http.getHeaders().contains(Idempotency.HEADER)
                ? idempotency.once(
                        "default", http, request, PlaybackResponse.class, () -> starting.start(caller, request, origin))
                : starting.start(caller, request, origin);
    }

    @Post("/{id}/heartbeat")
    @Status(HttpStatus.NO_CONTENT)
    @Consumes(MediaType.ALL)
    @ForViewers
    @Operation(operationId = "beatPlayback", summary = "Say that it still plays, and where; and keep the place")
    void beat(HttpRequest<?> http, String id, @Body @Nullable @Valid HeartbeatRequest request) {
        var viewer = Caller.of(http);
        watched.at(viewer.id(), id, request == null ? null : request.positionMs());
        running.beat(viewer, id);
    }

    @Post("/{id}/renewal")
    @Consumes(MediaType.ALL)
    @ForViewers
    @Operation(operationId = "renewPlayback", summary = "A fresh token for a playback that goes on")
    RenewalResponse renew(HttpRequest<?> http, String id) {
        return running.renew(Caller.of(http), id, origins.of(http));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(operationId = "endPlayback", summary = "End a playback, and give its place back")
    void end(HttpRequest<?> http, String id, @QueryValue @Nullable @Min(0) Long positionMs) {
        var viewer = Caller.of(http);
        watched.at(viewer.id(), id, positionMs);
        running.end(viewer, id);
    }

    @Post("/{id}/licence/{system}")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    @ForViewers
    @Operation(
            operationId = "issueLicence",
            summary = "A licence for what a playback shows; body and answer are the key system's own")
    HttpResponse<byte[]> licence(
            HttpRequest<byte[]> http, String id, KeySystemName system, @QueryValue @Nullable String keyId) {
        var challenge = http.getBody().orElseGet(() -> new byte[0]);
        var licence = licences.issue(Caller.of(http), id, system.system(), keyId, challenge);
        var body = new byte[licence.body().remaining()];
        licence.body().duplicate().get(body);
        return HttpResponse.ok(body).contentType(MediaType.of(licence.contentType()));
    }
}
