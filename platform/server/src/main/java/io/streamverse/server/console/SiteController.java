package io.streamverse.server.console;

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

/// The files of tenant-admin. Its pages have addresses of their own, which all lead to the one page that draws them.
@Controller("/admin")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class SiteController {
    /// The component library writes styles at run time; scripts, data and frames are ours alone.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private final BuiltSite site = new BuiltSite("admin", POLICY);

    @Get("{/path:.*}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> file(HttpRequest<?> request, String path) {
        var isPage = !path.contains(".");
        return site.file(request, isPage ? "index.html" : path)
                .orElseThrow(() -> new NotFound("console.file.unknown", "file at this address"));
    }
}
