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
import io.micronaut.http.annotation.Put;
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
    private final Pins pins;
    private final Bodies bodies;
    private final Idempotency idempotency;

    ProfilesController(Profiles profiles, Pins pins, Bodies bodies, Idempotency idempotency) {
        this.profiles = profiles;
        this.pins = pins;
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
                () -> ProfileResponse.of(profiles.create(Caller.of(http), request.wanted())));
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
        return answer(profiles.change(Caller.of(http), id, ifMatch, current -> bodies.patched(current, patch)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(operationId = "deleteProfile", summary = "Remove a profile, but never the last")
    void remove(HttpRequest<?> http, String id) {
        profiles.remove(Caller.of(http), id);
    }

    @Post("/{id}/opening")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(
            operationId = "openProfile",
            summary = "Open a profile here, with its PIN where it has one; the one that was open closes")
    void open(HttpRequest<?> http, String id, @Body @Nullable @Valid OpenProfileRequest request) {
        pins.open(Caller.of(http), id, request == null ? OpenProfileRequest.EMPTY : request);
    }

    @Put("/{id}/pin")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(
            operationId = "setProfilePin",
            summary = "Put a profile behind a PIN: it is open here, and anywhere else it takes the PIN",
            description = "From then on profiles are changed only by who has it open.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PinRequest.class)))
    void setPin(HttpRequest<?> http, String id, @Body String body) {
        profiles.get(viewer(http), id);
        pins.set(Caller.of(http), id, bodies.read(body, PinRequest.class).pin());
    }

    @Delete("/{id}/pin")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(operationId = "removeProfilePin", summary = "Take a profile's PIN away")
    void removePin(HttpRequest<?> http, String id) {
        profiles.put(Caller.of(http), id, null);
    }

    private static String viewer(HttpRequest<?> http) {
        return Caller.of(http).id();
    }

    private static HttpResponse<ProfileResponse> answer(Profile profile) {
        return HttpResponse.ok(ProfileResponse.of(profile)).header(ETAG, ETag.of(profile.version()));
    }
}
