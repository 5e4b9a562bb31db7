package io.streamverse.server.storefront;

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
import io.streamverse.server.tenants.Tenants;
import io.swagger.v3.oas.annotations.Hidden;

/// The viewer's app, on tenants' hosts alone. Its pages are one file; the address says which of them is shown.
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
class PagesController {
    /// Controls of the player bring their styles along in the page, so styles may be inline; scripts may not.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' https: data: blob:; media-src 'self' https: blob:; connect-src 'self' https:;"
            + " font-src 'self'; manifest-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";
    private final Tenants tenants;
    private final BuiltSite site = new BuiltSite("storefront", POLICY);

    PagesController(Tenants tenants) {
        this.tenants = tenants;
    }

    @Get("/")
    HttpResponse<byte[]> first(HttpRequest<?> http) {
        return file(http, isTenants(http) ? "index.html" : "operator.html");
    }

    @Get(
            uris = {
                "/titles/{id}",
                "/watch/{id}",
                "/search",
                "/all",
                "/profiles",
                "/sign-in",
                "/sign-up",
                "/account",
                "/history"
            })
    HttpResponse<byte[]> page(HttpRequest<?> http) {
        demandTenant(http);
        return file(http, "index.html");
    }

    /// It looks after the whole host, and so lies at its root.
    @Get("/sw.js")
    HttpResponse<byte[]> worker(HttpRequest<?> http) {
        demandTenant(http);
        return file(http, "sw.js");
    }

    @Get("/assets/{name}")
    HttpResponse<byte[]> asset(HttpRequest<?> http, String name) {
        return file(http, "assets/" + name);
    }

    private HttpResponse<byte[]> file(HttpRequest<?> http, String name) {
        return site.file(http, name).orElseThrow(() -> new NotFound("storefront.file.unknown", "file " + name));
    }

    private void demandTenant(HttpRequest<?> http) {
        if (!isTenants(http)) {
            throw new NotFound("http.route.unknown", "page at " + http.getPath());
        }
    }

    private boolean isTenants(HttpRequest<?> http) {
        var host = http.getHeaders().get("Host");
        return host != null && tenants.at(host).isPresent();
    }
}
