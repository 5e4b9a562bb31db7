package io.streamverse.server.playback;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.ForViewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/viewer/v1/downloads")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Playback")
class DownloadsController {
    private final Downloads downloads;
    private final Times times;

    DownloadsController(Downloads downloads, Times times) {
        this.downloads = downloads;
        this.times = times;
    }

    @Schema(name = "DownloadList")
    record DownloadList(List<DownloadResponse> data) {}

    @Get
    @ForViewers
    @Operation(operationId = "listDownloads", summary = "What the viewer's devices keep, newest first")
    DownloadList list(HttpRequest<?> http) {
        return new DownloadList(downloads.of(Caller.of(http).id()).stream()
                .map(it -> DownloadResponse.of(it, times.endOf(it)))
                .toList());
    }
}
