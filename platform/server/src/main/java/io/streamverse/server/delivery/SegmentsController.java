package io.streamverse.server.delivery;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.function.Supplier;

/// Virtual segments: bytes of an object behind an address of their own.
@Controller
@Hidden
@Produces(MediaType.ALL)
class SegmentsController {
    private static final String SIGNED = "/URISigningPackage={token}/m/{space}/{asset}/{version}";
    private static final String PLAIN = "/m/{space}/{asset}/{version}";

    private final Segments segments;

    SegmentsController(Segments segments) {
        this.segments = segments;
    }

    @Get(uris = {SIGNED + "/{track}/init.mp4", PLAIN + "/{track}/init.mp4"})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> init(HttpRequest<?> request, String track) {
        return found(() -> segments.answer(request, track, "init.mp4"));
    }

    @Get(uris = {SIGNED + "/{track}/{number}.m4s", PLAIN + "/{track}/{number}.m4s"})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> segment(HttpRequest<?> request, String track, String number) {
        return found(() -> segments.answer(request, track, number + ".m4s"));
    }

    @Get(uris = {SIGNED + "/captions/{caption}.vtt", PLAIN + "/captions/{caption}.vtt"})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> captions(HttpRequest<?> request, String caption) {
        return found(() -> segments.captions(request, caption));
    }

    @Get(uris = {SIGNED + "/storyboard/{file}", PLAIN + "/storyboard/{file}"})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> storyboard(HttpRequest<?> request, String file) {
        return found(() -> segments.storyboard(request, file));
    }

    private static HttpResponse<?> found(Supplier<HttpResponse<?>> answer) {
        try {
            return answer.get();
        } catch (ObjectNotFound gone) {
            throw Shelves.unknown();
        }
    }
}
