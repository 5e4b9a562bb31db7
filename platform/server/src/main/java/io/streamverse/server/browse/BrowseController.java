package io.streamverse.server.browse;

import static io.micronaut.http.HttpHeaders.ACCEPT_LANGUAGE;
import static io.micronaut.http.HttpHeaders.VARY;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.security.ForGuests;
import io.streamverse.kernel.security.ForViewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/viewer/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Browsing (viewer)")
class BrowseController {
    private final Onlookers onlookers;
    private final Home home;
    private final Shelf shelf;
    private final History history;

    BrowseController(Onlookers onlookers, Home home, Shelf shelf, History history) {
        this.onlookers = onlookers;
        this.home = home;
        this.shelf = shelf;
        this.history = history;
    }

    @Schema(name = "FoundTitles")
    record FoundTitles(List<ViewerTitleResponse> data) {}

    @Get("/home")
    @ForGuests
    @Operation(operationId = "getHome", summary = "What a viewer sees first, in rails; a guest sees what all may see")
    HttpResponse<HomeResponse> home(HttpRequest<?> http, @QueryValue @Nullable String profileId) {
        return HttpResponse.ok(home.of(onlookers.of(http, profileId))).header(VARY, ACCEPT_LANGUAGE);
    }

    @Get("/search")
    @ForGuests
    @Operation(
            operationId = "searchTitles",
            summary = "Titles with these words in name or synopsis, the best first",
            description = "Each word from its beginning, in any language, with or without accents.")
    HttpResponse<FoundTitles> search(
            HttpRequest<?> http,
            @QueryValue @Size(min = 1, max = 200) String q,
            @QueryValue(defaultValue = "40") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String profileId) {
        return HttpResponse.ok(new FoundTitles(shelf.search(onlookers.of(http, profileId), q, limit)))
                .header(VARY, ACCEPT_LANGUAGE);
    }

    @Get("/history")
    @ForViewers
    @Operation(operationId = "listHistory", summary = "What a profile watched and how far it got, newest first")
    Page<ViewerTitleResponse> history(
            HttpRequest<?> http,
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String profileId) {
        return history.page(onlookers.of(http, profileId), limit, after);
    }

    @Delete("/history/{titleId}")
    @Status(HttpStatus.NO_CONTENT)
    @ForViewers
    @Operation(operationId = "forgetTitle", summary = "Forget that a profile watched a title")
    void forget(HttpRequest<?> http, String titleId, @QueryValue @Nullable String profileId) {
        history.forget(onlookers.of(http, profileId), titleId);
    }
}
