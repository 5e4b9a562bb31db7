package io.streamverse.server.beacons;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.messaging.Firehose;
import io.streamverse.kernel.problem.TooLarge;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.security.Bearer;
import io.streamverse.kernel.security.BySignature;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The address comes with the answer that a playback may begin. Pages may send it by `navigator.sendBeacon`, whatever
/// content type that makes of it.
@Controller(EventsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Playback")
class EventsController {
    static final String PATH = "/viewer/v1/events";
    private static final int LARGEST = 64 << 10;
    private static final Duration LATER = Duration.ofSeconds(5);
    private final BeaconTokens tokens;
    private final Pace pace;
    private final BeaconReader reader;
    private final Firehose firehose;
    private final InstantSource clock;

    EventsController(BeaconTokens tokens, Pace pace, BeaconReader reader, Firehose firehose, InstantSource clock) {
        this.tokens = tokens;
        this.pace = pace;
        this.reader = reader;
        this.firehose = firehose;
        this.clock = clock;
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Consumes(MediaType.ALL)
    @BySignature
    @Operation(
            operationId = "reportPlayerEvents",
            summary = "What a player tells of how it goes",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = PlayerEvents.class))))
    AcceptedEvents report(HttpRequest<?> http, @QueryValue @Nullable String token, @Body byte[] body) {
        var play = tokens.verify(token != null ? token : Bearer.of(http).orElse(""));
        pace.count(play.sessionId());
        if (body.length > LARGEST) {
            throw new TooLarge("beacons.events.too-large", "A message has at most 64 KiB: send fewer events at once");
        }
        var report = reader.read(play, body, userAgent(http), clock.instant());
        if (!report.event().moments().isEmpty() && !firehose.send(play.space(), report.event())) {
            throw new Unavailable("beacons.events.busy", "Too much arrives right now: keep the events", LATER);
        }
        return new AcceptedEvents(report.event().moments().size(), report.ignored());
    }

    private static @Nullable String userAgent(HttpRequest<?> http) {
        return http.getHeaders().get(HttpHeaders.USER_AGENT);
    }
}
