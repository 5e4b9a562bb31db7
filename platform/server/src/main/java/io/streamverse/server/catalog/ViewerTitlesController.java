package io.streamverse.server.catalog;

import static io.micronaut.http.HttpHeaders.ACCEPT_LANGUAGE;
import static io.micronaut.http.HttpHeaders.CONTENT_LANGUAGE;
import static io.micronaut.http.HttpHeaders.VARY;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.security.ForGuests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// What there is, for whoever looks; whether this viewer may watch it, here and now, is said by playback.
@Controller("/viewer/v1/titles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Titles")
class ViewerTitlesController {
    private final Titles titles;

    ViewerTitlesController(Titles titles) {
        this.titles = titles;
    }

    @Get
    @ForGuests
    @Operation(operationId = "browseTitles", summary = "The published titles, newest first, in the viewer's language")
    HttpResponse<Page<ViewerTitleResponse>> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @Header(ACCEPT_LANGUAGE) @Nullable String language) {
        var page = titles.list(limit, after, TitleState.PUBLISHED, null);
        return HttpResponse.ok(page.map(it -> ViewerTitleResponse.of(it, language)))
                .header(VARY, ACCEPT_LANGUAGE);
    }

    @Get("/{id}")
    @ForGuests
    @Operation(operationId = "viewTitle", summary = "A published title, in the viewer's language")
    HttpResponse<ViewerTitleResponse> get(String id, @Header(ACCEPT_LANGUAGE) @Nullable String language) {
        var title = ViewerTitleResponse.of(titles.published(id), language);
        return HttpResponse.ok(title).header(CONTENT_LANGUAGE, title.language()).header(VARY, ACCEPT_LANGUAGE);
    }
}
