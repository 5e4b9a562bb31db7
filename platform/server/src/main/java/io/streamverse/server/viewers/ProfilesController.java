package io.streamverse.server.viewers;

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
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.ForViewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

@Controller("/viewer/v1/profiles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Profiles (viewer)")
class ProfilesController {
    private final Profiles profiles;
    private final Bodies bodies;
    private final Idempotency idempotency;

    ProfilesController(Profiles profiles, Bodies bodies, Idempotency idempotency) {
        this.profiles = profiles;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Get
    @ForViewers
    @Operation(operationId = "listProfiles", summary = "All profiles, at most eight; the first one was made at once")
    Page<ProfileResponse> list(HttpRequest<?> http) {
        var all = profiles.list(viewer(http));
        return Page.of(all, Profiles.MOST, Profile::id).map(ProfileResponse::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @ForViewers
    @Operation(operationId = "createProfile", summary = "Make a further profile")
    ProfileResponse create(HttpRequest<?> http, @Body @Valid NewProfileRequest request) {
        return idempotency.once(
                "default",
                http,
                request,
                ProfileResponse.class,
                () -> ProfileResponse.of(profiles.create(viewer(http), request.wanted())));
    }

    @Get("/{id}")
    @ForViewers
    @Operation(operationId = "getProfile", summary = "One profile")
    HttpResponse<ProfileResponse> get(HttpRequest<?> http, String id) {
        return answer(profiles.get(viewer(http), id));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @ForViewers
    @Operation(operationId = "updateProfile", summary = "Change a profile")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProfilePatch.class)))
    HttpResponse<ProfileResponse> change(
            HttpRequest<?> http, String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(profiles.change(viewer(http), id, ifMatch, current -> bodies.patched(current, patch)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(operationId = "deleteProfile", summary = "Remove a profile, but never the last")
    void remove(HttpRequest<?> http, String id) {
        profiles.remove(viewer(http), id);
    }

    private static String viewer(HttpRequest<?> http) {
        return Caller.of(http).id();
    }

    private static HttpResponse<ProfileResponse> answer(Profile profile) {
        return HttpResponse.ok(ProfileResponse.of(profile)).header(ETAG, ETag.of(profile.version()));
    }
}
