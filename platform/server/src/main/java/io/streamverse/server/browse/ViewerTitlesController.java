package io.streamverse.server.browse;

import static io.micronaut.http.HttpHeaders.ACCEPT_LANGUAGE;
import static io.micronaut.http.HttpHeaders.CONTENT_LANGUAGE;
import static io.micronaut.http.HttpHeaders.VARY;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.security.ForGuests;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What there is, for whoever looks; whether this viewer may watch it, here and now, is said by playback.
@Controller("/viewer/v1/titles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Titles")
class ViewerTitlesController {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private final Onlookers onlookers;
    private final Shelf shelf;

    ViewerTitlesController(Onlookers onlookers, Shelf shelf) {
        this.onlookers = onlookers;
        this.shelf = shelf;
    }

    @Get
    @ForGuests
    @Operation(operationId = "browseTitles", summary = "The published titles, newest first, in the viewer's language")
    HttpResponse<Page<ViewerTitleResponse>> list(
            HttpRequest<?> http,
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String profileId) {
        return HttpResponse.ok(shelf.page(onlookers.of(http, profileId), limit, after))
                .header(VARY, ACCEPT_LANGUAGE);
    }

    @Get("/{id}")
    @ForGuests
    @Operation(operationId = "viewTitle", summary = "A published title, in the viewer's language")
    HttpResponse<ViewerTitleResponse> get(HttpRequest<?> http, String id, @QueryValue @Nullable String profileId) {
        var title = shelf.get(onlookers.of(http, profileId), id);
        return HttpResponse.ok(title).header(CONTENT_LANGUAGE, title.language()).header(VARY, ACCEPT_LANGUAGE);
    }

    @Get("/{id}/artwork/{version}/{index}.jpg")
    @Produces(MediaType.IMAGE_JPEG)
    @ForGuests
    @Hidden
    HttpResponse<byte[]> picture(String id, @Min(1) int version, @Min(0) int index) throws IOException {
        try (var content = shelf.picture(id, version, index)) {
            return HttpResponse.ok(content.stream().readAllBytes())
                    .header("Cache-Control", FOREVER)
                    .header("X-Content-Type-Options", "nosniff");
        }
    }
}
