package io.streamverse.server.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.ForGuests;
import io.streamverse.server.access.Access;
import io.streamverse.server.branding.Branding;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The first things an app asks for: the same for everybody on a host, so that they may be kept for a minute.
@Controller("/viewer/v1/app")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "App (viewer)")
class AppController {
    private static final String A_MINUTE = "public, max-age=60, stale-while-revalidate=86400";
    private final Branding branding;
    private final Access access;
    private final ObjectMapper json;

    AppController(Branding branding, Access access, ObjectMapper json) {
        this.branding = branding;
        this.access = access;
        this.json = json;
    }

    @Get
    @ForGuests
    @Operation(
            operationId = "getApp",
            summary = "How the service looks and what it offers: the first call of every app",
            description = "The same for everybody, with an ETag, and to be kept for a minute.")
    HttpResponse<AppResponse> get(HttpRequest<?> http) {
        var app = app();
        return answer(http, app, app.toString());
    }

    @Get("/theme.css")
    @Produces("text/css; charset=utf-8")
    @ForGuests
    @Hidden
    HttpResponse<String> theme(HttpRequest<?> http) {
        var styles = ThemeStyles.of(app());
        return answer(http, styles, styles);
    }

    @Get("/manifest.webmanifest")
    @Produces("application/manifest+json")
    @ForGuests
    @Hidden
    HttpResponse<String> manifest(HttpRequest<?> http) throws JsonProcessingException {
        var manifest = json.writeValueAsString(WebManifest.of(app()));
        return answer(http, manifest, manifest);
    }

    @Get("/icon.svg")
    @Produces("image/svg+xml")
    @ForGuests
    @Hidden
    HttpResponse<String> icon(HttpRequest<?> http) {
        var brand = branding.get();
        var icon = InitialIcon.of(brand.name(), brand.theme().dark());
        return answer(http, icon, icon);
    }

    private AppResponse app() {
        return AppResponse.of(branding.get(), access.tiers());
    }

    private static <T> HttpResponse<T> answer(HttpRequest<?> http, T body, String content) {
        var etag = "\"" + Digests.sha256(content) + "\"";
        var known = etag.equals(http.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        var answer = known ? HttpResponse.<T>notModified() : HttpResponse.ok(body);
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, A_MINUTE)
                .header(HttpHeaders.VARY, "X-StreamVerse-Tenant, Authorization")
                .header("X-Content-Type-Options", "nosniff");
    }
}
