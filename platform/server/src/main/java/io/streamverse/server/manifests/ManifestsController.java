package io.streamverse.server.manifests;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.streamverse.kernel.http.AcceptEncoding;
import io.streamverse.kernel.problem.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/// Behind a token in the path, or for an edge that has checked one; nothing here depends on it. What is remembered is
/// answered where the request came in: nothing waits there.
@Controller
@Hidden
class ManifestsController {
    private static final String SIGNED = "/URISigningPackage={token}/m/{space}/{asset}/{version}/{variant}";
    private static final String PLAIN = "/m/{space}/{asset}/{version}/{variant}";
    private final Pages pages;
    private final ExecutorService threads;

    ManifestsController(Pages pages, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.pages = pages;
        this.threads = threads;
    }

    @Get(uris = {SIGNED + "/{name}.m3u8", PLAIN + "/{name}.m3u8"})
    @Produces(MediaType.ALL)
    CompletionStage<HttpResponse<?>> playlist(
            HttpRequest<?> request, String space, String asset, int version, String variant, String name) {
        return answer(request, new Place(space, asset, version, variant, name + ".m3u8"));
    }

    @Get(uris = {SIGNED + "/main.mpd", PLAIN + "/main.mpd"})
    @Produces(MediaType.ALL)
    CompletionStage<HttpResponse<?>> dash(
            HttpRequest<?> request, String space, String asset, int version, String variant) {
        return answer(request, new Place(space, asset, version, variant, Manifests.DASH));
    }

    private CompletionStage<HttpResponse<?>> answer(HttpRequest<?> request, Place place) {
        var known = pages.remembered(place);
        if (known != null) {
            return CompletableFuture.completedFuture(answer(request, known));
        }
        var context = PropagatedContext.get();
        return CompletableFuture.supplyAsync(() -> context.propagate(() -> answer(request, find(place))), threads);
    }

    private Page find(Place place) {
        return pages.find(place)
                .orElseThrow(() -> new NotFound("manifests.manifest.unknown", "manifest at this address"));
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, Page page) {
        var isPacked = AcceptEncoding.takesGzip(request.getHeaders());
        var etag = page.etag(isPacked);
        if (has(request.getHeaders(), etag)) {
            var unchanged = HttpResponse.notModified();
            Page.describe(etag, unchanged.getHeaders()::set);
            return unchanged;
        }
        var answer = HttpResponse.ok(page.bytes(isPacked));
        page.describe(isPacked, answer.getHeaders()::set);
        return answer;
    }

    private static boolean has(HttpHeaders headers, String etag) {
        var known = headers.get(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(it -> it.equals("*") || it.equals(etag) || it.equals("W/" + etag));
    }
}
