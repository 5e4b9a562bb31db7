package io.streamverse.server.cpix;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/// SPEKE 2.0 is AWS' contract, not ours, and so no part of our document.
@Hidden
@Controller("/v1/drm/speke")
@ExecuteOn(TaskExecutors.BLOCKING)
class SpekeController {
    private static final String VERSION = "X-Speke-Version";
    private final Speke speke;

    SpekeController(Speke speke) {
        this.speke = speke;
    }

    @Post
    @Consumes(MediaType.APPLICATION_XML)
    @Produces(MediaType.APPLICATION_XML)
    @RequiredScope(Scope.DRM_WRITE)
    HttpResponse<String> keys(@Header(VERSION) @Nullable String version, @Body String document) {
        return HttpResponse.ok(speke.answer(version, document))
                .header(VERSION, Speke.VERSION)
                .header("X-Speke-User-Agent", "StreamVerse");
    }
}
