package io.streamverse.server.media;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/v1/assets/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Assets")
class PicturesController {
    private final Pictures pictures;

    PicturesController(Pictures pictures) {
        this.pictures = pictures;
    }

    @Schema(name = "ThumbnailList")
    record ThumbnailList(List<ThumbnailResponse> data) {}

    @Get("/thumbnails")
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "listThumbnails", summary = "Pictures out of the film that could stand for it, best first")
    ThumbnailList thumbnails(String id) {
        return new ThumbnailList(pictures.posters(id));
    }

    @Get("/storyboard")
    @Produces("text/vtt")
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "getStoryboard", summary = "A small picture for every stretch of the film, as WebVTT")
    String storyboard(String id) {
        return pictures.storyboard(id);
    }
}
