package io.streamverse.server.embed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.BuiltSite;
import io.streamverse.kernel.problem.NotFound;
import io.swagger.v3.oas.annotations.Hidden;

@Controller("/player")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class PlayerFilesController {
    /// Nobody should look at them as a page.
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final BuiltSite files = new BuiltSite("player", POLICY);

    @Get("{/path:.*}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> file(HttpRequest<?> request, String path) {
        return files.file(request, path).orElseThrow(() -> new NotFound("embed.file.unknown", "file at this address"));
    }
}
